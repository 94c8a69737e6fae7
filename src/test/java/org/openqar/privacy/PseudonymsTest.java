package org.openqar.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqar.messages.UserException;

/**
 * Expected values are those of Python: {@code python3 -c "import hmac,sys;
 * print(hmac.new(b'0123456789abcdef0123456789abcdef', sys.argv[1].encode(), 'sha256').hexdigest())"
 * uln:1000000019}, and so on with {@code reference:}, {@code aim:} and {@code check:}.
 */
@DisplayName("A pseudonym")
class PseudonymsTest {
  @TempDir private Path temp;

  private Pseudonyms pseudonyms;
  private PseudonymKey key;

  @BeforeEach
  void key() throws IOException {
    key = key("0123456789abcdef0123456789abcdef");
    pseudonyms = new Pseudonyms(key);
  }

  private PseudonymKey key(String text) throws IOException {
    Path file = Files.writeString(temp.resolve("key"), text);
    return PseudonymKey.read(file.toString(), new Configuration(false));
  }

  @ParameterizedTest(name = "of the ULN [{0}] is {1}")
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          1000000019,     e3c26d6644bbe7904762133e5953e4b48f9acd02f0c58e14238ca32735898831
          ' 1000000019 ', e3c26d6644bbe7904762133e5953e4b48f9acd02f0c58e14238ca32735898831
          9999999999,     9999999999
          ' 9999999999 ', 9999999999
          0000000019,     unreadable
          100000001,      unreadable
          10000000190,    unreadable
          1000000O19,     unreadable
          １000000019,     unreadable
          Jane Doe,       unreadable
          '',             unreadable
          """)
  void uln(String text, String expected) {
    assertEquals(expected, pseudonyms.uln(text));
  }

  @ParameterizedTest(name = "of the reference number [{0}] is {1}")
  @CsvSource(
      textBlock =
          """
          1000000019,     27aa3a5342dd3d0d474f69ae4bb4bee85f8dcb082ab17a6f7e7b1b93e73625cb
          0009000011,     55bc6c9e9d7c73feb0bd283c931542ccedac457e101a382f2e8fda6c8c495345
          ' 0009000011 ', 55bc6c9e9d7c73feb0bd283c931542ccedac457e101a382f2e8fda6c8c495345
          Ä 1,            2d602f227c61879ce93208b88d03d7204fdd7e630a9e3006c2dbc42fd5013d17
          """)
  void reference(String text, String expected) {
    assertEquals(expected, pseudonyms.reference(text));
  }

  @Test
  @DisplayName("of an aim is neither that of an equal ULN nor that of an equal reference number")
  void aim() {
    assertEquals(
        "a2d08edcac614494a6d2fd5107ded75027e8255cd75d9777c6fdb0587ca266bb",
        pseudonyms.aim("1000000019"));
  }

  @Test
  @DisplayName("differs under another key")
  void anotherKey() throws IOException {
    Pseudonyms other = new Pseudonyms(key("another key, just as long as the first one"));
    assertNotEquals(pseudonyms.uln("1000000019"), other.uln("1000000019"));
  }

  @Test
  @DisplayName("key has a check that distinguishes it, whatever white space surrounds it")
  void check() throws IOException {
    String check = "b249d6617d4baf1f2d7cd60b3581ac4a8e9d828d74c0d9c5ded64876e84682c0";
    assertEquals(check, key.check());
    PseudonymKey again = key("\r\n 0123456789abcdef0123456789abcdef\t\n");
    assertEquals(check, again.check());
    assertEquals(key, again);
    assertEquals(key.hashCode(), again.hashCode());
    PseudonymKey other = key("0123456789abcdef0123456789abcdeF");
    assertNotEquals(check, other.check());
    assertNotEquals(key, other);
  }

  @Test
  @DisplayName("key reveals nothing of itself as text")
  void keyAsText() {
    assertEquals("PseudonymKey", key.toString());
  }

  @ParameterizedTest(name = "key of {0} bytes is refused without being shown")
  @ValueSource(ints = {0, 1, 31, 4097})
  void length(int bytes) {
    Exception refused = assertThrows(UserException.class, () -> key("k".repeat(bytes) + "\n"));
    assertTrue(
        refused.getMessage().contains(bytes > 4096 ? "found more" : "found " + bytes),
        refused.getMessage());
    assertTrue(!refused.getMessage().contains("kk"), refused.getMessage());
    assertEquals(null, refused.getCause());
  }

  @ParameterizedTest(name = "key file [{0}] is refused in a sentence: {1}")
  @CsvSource(
      textBlock =
          """
          no-such-file, is not there
          .,            key file
          nowhere://x,  cannot be read
          '',           has no name
          ' ',          has no name
          """)
  void noFile(String file, String said) {
    String path = file.matches("[a-z-]+|\\.") ? temp.resolve(file).toString() : file;
    Exception refused =
        assertThrows(UserException.class, () -> PseudonymKey.read(path, new Configuration(false)));
    assertTrue(refused.getMessage().contains(said), refused.getMessage());
    assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
  }
}
