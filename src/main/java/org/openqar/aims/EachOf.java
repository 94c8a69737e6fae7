package org.openqar.aims;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** What comes of each of some things, one after the other, each made when it is asked for. */
final class EachOf<A, B> implements Iterator<B> {
  private final Iterator<A> all;
  private final Function<A, Iterator<B>> each;
  private Iterator<B> now = Collections.emptyIterator();

  EachOf(Iterator<A> all, Function<A, Iterator<B>> each) {
    this.all = all;
    this.each = each;
  }

  @Override
  public boolean hasNext() {
    while (!now.hasNext() && all.hasNext()) {
      now = each.apply(all.next());
    }
    return now.hasNext();
  }

  @Override
  public B next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return now.next();
  }
}
