package grokscope.run.format.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import grokscope.config.InvalidConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pickles that mean harm are refused by name, and nothing of them is run. */
class HostilePickleTest {
  private static final String RUNS_NOTHING =
      " when it is opened; Grokscope runs nothing that a file contains, and opens one that holds"
          + " only the state_dict.";

  private static Pickled read(byte[] pickle) throws InvalidConfig, IOException {
    return Pickles.read(new PickleInput(new ByteArrayInputStream(pickle), pickle.length));
  }

  private static PickleBytes pickle() {
    return new PickleBytes();
  }

  private static void refused(byte[] pickle, String sentence) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    assertThatThrownBy(() -> read(pickle))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining(sentence)
        .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(300));
    assertThat(threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
        .isLessThan(256_000_000L);
  }

  @ParameterizedTest
  @CsvSource({
    "os,system",
    "posix,system",
    "builtins,eval",
    "builtins,exec",
    "__builtin__,getattr",
    "subprocess,Popen",
    "torch,load",
    "torch.hub,load",
    "numpy,load",
    "collections.OrderedDict,update",
    "operator,attrgetter",
    "functools,partial",
  })
  void whatPythonWouldCallIsNamed(String module, String name) {
    String sentence = "the file asks Python to call " + module + "." + name + RUNS_NOTHING;
    refused(pickle().global(module, name).op('(').text("id").op('t', 'R').end(), sentence);
    refused(pickle().op('(').global(module, name).text("id").op('o').end(), sentence);
    refused(pickle().op('(').text("id").raw("i" + module + "\n" + name + "\n").end(), sentence);
    refused(
        pickle().text(module).text(name).op(0x93).op('(').text("id").op('t', 'R').end(), sentence);
    // In the state of a harmless object, and in the arguments of a harmless call.
    byte[] call = pickle().global(module, name).op('(').text("id").op('t', 'R').soFar();
    byte[] inner = Arrays.copyOfRange(call, 2, call.length);
    refused(
        pickle().global("argparse", "Namespace").op(')', 0x81).raw(inner).op('b').end(), sentence);
    refused(
        pickle().global("collections", "OrderedDict").op('(').raw(inner).op('t', 'R').end(),
        sentence);
  }

  @Test
  void whatAPickleMadeItselfIsNotCalledEither() {
    refused(
        pickle().op('}').op('(').text("id").op('t', 'R').end(),
        "asks Python to call something that it made itself when it is opened");
    byte[] attribute =
        pickle().global("collections", "OrderedDict").op(')', 'R').op(')', 'R').end();
    refused(attribute, "asks Python to call something that it made itself");
  }

  /** An object of an unknown class is a name and fields, whatever its class would do. */
  @Test
  void objectsOfUnknownClassesAreOnlyRecorded() throws Exception {
    byte[] pickle =
        pickle()
            .global("evil", "Config")
            .op(')', 0x81, '}')
            .text("width")
            .whole(128)
            .op('s', 'b')
            .end();
    assertThat(read(pickle).facts()).containsEntry("__class__", "evil.Config");
    assertThat(read(pickle).facts()).containsEntry("width", 128L);
  }

  @Test
  void namesCannotBreakASentence() {
    refused(
        pickle().text("os\nsys").text("a\u2028b\r").op(0x93).op(')', 'R').end(),
        "call os?sys.a?b? when");
    refused(pickle().text("m".repeat(100_000)).text("n").op(0x93).op(')', 'R').end(), "call mmm");
    refused(pickle().raw("c" + "m".repeat(9999)).end(), "a line of more than 4096 characters");
  }

  @Test
  void whatHoldsItselfIsRefused() {
    String sentence = "contains itself, or is nested more than 100 deep";
    refused(pickle().op(']', 'q', 0).op('h', 0, 'a').end(), sentence);
    refused(pickle().op('}', 'q', 0).text("a").op('h', 0, 's').end(), sentence);
    // A dictionary that is its own key has no hash in Python; here it has none either.
    refused(pickle().op('}', 'q', 0).op('h', 0, 'h', 0, 's').end(), sentence);
    byte[] object =
        pickle().global("a", "B").op(')', 0x81, 'q', 0, '}').text("me").op('h', 0, 's', 'b').end();
    refused(object, sentence);
  }

  @Test
  void deepNestingIsRefused() {
    byte[] lists = new byte[2_000_002];
    lists[0] = (byte) 0x80;
    lists[1] = 2;
    Arrays.fill(lists, 2, 1_000_002, (byte) ']');
    Arrays.fill(lists, 1_000_002, 2_000_001, (byte) 'a');
    lists[2_000_001] = '.';
    refused(lists, "nested more than 100 deep");
    byte[] many = new byte[1_100_000];
    Arrays.fill(many, (byte) ']');
    refused(pickle().raw(many).end(), "more values than Grokscope reads");
    byte[] tuples = new byte[900_004];
    Arrays.fill(tuples, (byte) 0x85);
    tuples[0] = (byte) 0x80;
    tuples[1] = 2;
    tuples[2] = 'N';
    tuples[900_003] = '.';
    refused(tuples, "nested more than 100 deep");
  }

  /** Ten times the one before, twenty times over. */
  @Test
  void sharedValuesDoNotExplode() {
    PickleBytes laughs = pickle().op('N', 'q', 0);
    for (int i = 0; i < 20; i++) {
      laughs.op(']', '(');
      for (int j = 0; j < 10; j++) {
        laughs.op('h', i);
      }
      laughs.op('e', 'q', i + 1);
    }
    refused(laughs.end(), "the same ones again and again");
    PickleBytes named = pickle().op('}', 'q', 0);
    for (int i = 0; i < 20; i++) {
      named.op('}', '(');
      for (int j = 0; j < 10; j++) {
        named.text("name".repeat(4) + j).op('h', i);
      }
      named.op('u', 'q', i + 1);
    }
    refused(named.end(), "the same ones again and again");
  }

  @Test
  void everyLengthIsHeldAgainstTheFile() {
    String sentence = "bytes, and fewer are left";
    refused(pickle().op(0x8e).number(2_000_000_000, 8).end(), "a value of 2000000000 " + sentence);
    refused(pickle().op(0x8e).number(-1, 8).end(), sentence);
    refused(pickle().op(0x96).number(1L << 40, 8).end(), sentence);
    refused(pickle().op(0x8d).number(1L << 33, 8).end(), sentence);
    refused(pickle().op('B').number(2_000_000_000, 4).end(), sentence);
    refused(pickle().op('X').number(0xffff_fff0L, 4).end(), "a value of 4294967280 " + sentence);
    refused(pickle().op('T').number(2_000_000_000, 4).end(), sentence);
    refused(pickle().op(0x95).number(2_000_000_000, 8).end(), "a frame that is longer");
    refused(pickle().op(0x8b).number(2_000_000_000, 4).end(), "a number of 2000000000 bytes");
    refused(pickle().raw("L" + "9".repeat(4000) + "L\n").end(), "a number of 4001 digits");
    refused(pickle().raw("I1.5\n").end(), "a number without digits");
    refused(pickle().raw("Fx\n").end(), "a number without digits");
  }

  @Test
  void namesAreBounded() {
    byte[] pickle = pickle().op('}').text("n".repeat(501)).whole(1).op('s').end();
    refused(pickle, "a name of more than 500 characters, which begins with nnn");
  }

  @Test
  void twoArraysOfOneNameAreRefused() {
    byte[] tensor = pickle().tensor("FloatStorage", 1, 0, new long[] {1}, new long[] {1}).soFar();
    byte[] inner = Arrays.copyOfRange(tensor, 2, tensor.length);
    byte[] pickle =
        pickle()
            .op('}', '(')
            .text("a.b")
            .raw(inner)
            .text("a")
            .op('}')
            .text("b")
            .raw(inner)
            .op('s', 'u')
            .end();
    refused(pickle, "two arrays of the file would have the same name, a.b");
  }

  /** What only a machine can have written. */
  @Test
  void whatIsNoPickleIsRefused() {
    for (String bytes :
        List.of("", "a", "s", "R", "b", "t", "e", "hx", "Q", "\u0080\u0009", "?", "1")) {
      byte[] pickle = (bytes + ".").getBytes(StandardCharsets.ISO_8859_1);
      refused(pickle, "the file is damaged: ");
    }
    refused(pickle().text("x").op('Q').end(), "a reference of another kind than PyTorch's");
    refused(pickle().op(']', 'Q').end(), "refers to something outside its pickle");
  }

  /** The text forms of the oldest protocol. */
  @Test
  void oldPicklesAreReadToo() throws Exception {
    byte[] pickle =
        pickle()
            .raw("(dp0\nS'a\\x41\\n'\nI5\nsV\\u00fc\nF0.5\nsS\"l\"\n(lp1\nI01\naL7L\nas.")
            .soFar();
    assertThat(read(pickle).facts())
        .containsEntry("aA\n", 5L)
        .containsEntry("ü", 0.5)
        .containsEntry("l", List.of(true, 7L));
  }
}
