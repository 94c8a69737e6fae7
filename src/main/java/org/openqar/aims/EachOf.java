package org.openqar.aims;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Turns each of some things into others, one after the other. It makes each only when the caller
 * asks for it.
 */
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
