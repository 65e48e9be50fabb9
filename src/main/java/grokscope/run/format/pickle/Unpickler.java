package grokscope.run.format.pickle;

import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one pickle after another from the same input: follows its opcodes as Python would, with
 * values that do nothing, and without recursion. One thread.
 */
final class Unpickler {
  private static final int MOST_OPCODES = 4_000_000;
  private static final int MOST_CONTAINERS = 1_000_000;
  private static final int HIGHEST_PROTOCOL = 5;
  private static final int LONGEST_SHOWN = 80;

  private final PickleInput input;
  private final Scalars scalars;
  private final PersistentIds persistent;
  private final List<Object> stack = new ArrayList<>();
  private final List<Integer> marks = new ArrayList<>();
  private final Map<Long, Object> memo = new LinkedHashMap<>();
  private int opcodes;
  private int containers;

  /** What a pickle refers to and does not hold. */
  interface PersistentIds {
    /** The value of a reference. */
    Object value(PyList reference) throws InvalidConfig;
  }

  Unpickler(PickleInput input, PersistentIds persistent) {
    this.input = input;
    this.scalars = new Scalars(input);
    this.persistent = persistent;
  }

  /**
   * The value of the next pickle.
   *
   * @throws InvalidConfig with one sentence when it is damaged or too large, or asks Python to call
   *     what is not on the list of {@link KnownCalls}
   */
  Object read() throws InvalidConfig, IOException {
    stack.clear();
    marks.clear();
    memo.clear();
    for (int opcode = input.oneByte(); opcode != '.'; opcode = input.oneByte()) {
      if (++opcodes > MOST_OPCODES || containers > MOST_CONTAINERS) {
        throw new InvalidConfig(
            "", "its pickle has more values than Grokscope reads, which is " + MOST_CONTAINERS);
      }
      follow(opcode);
    }
    return pop();
  }

  private void follow(int opcode) throws InvalidConfig, IOException {
    switch (opcode) {
      case 0x80 -> protocol(input.oneByte());
      case 0x95 -> frame(input.number(8));
      case '(' -> marks.add(stack.size());
      case '0' -> discard();
      case '1' -> sinceMark();
      case '2' -> stack.add(top());
      case '}' -> container(new PyDict());
      case 'd' -> dict(sinceMark());
      case 's' -> setItems(last(2));
      case 'u' -> setItems(sinceMark());
      case ']', 0x8f -> container(new PyList());
      case ')' -> container(new PyList(List.of()));
      case 'l', 't', 0x91 -> container(new PyList(sinceMark()));
      case 0x85 -> container(new PyList(last(1)));
      case 0x86 -> container(new PyList(last(2)));
      case 0x87 -> container(new PyList(last(3)));
      case 'a' -> append(last(1));
      case 'e', 0x90 -> append(sinceMark());
      case 'p' -> memo.put(scalars.index(), top());
      case 'q' -> memo.put(input.number(1), top());
      case 'r' -> memo.put(input.number(4), top());
      case 0x94 -> memo.put((long) memo.size(), top());
      case 'g' -> stack.add(remembered(scalars.index()));
      case 'h' -> stack.add(remembered(input.number(1)));
      case 'j' -> stack.add(remembered(input.number(4)));
      case 'c' -> stack.add(new PyGlobal(input.line(), input.line()));
      case 0x93 -> stackGlobal();
      case 'Q' -> persistent();
      case 'R' -> call(last(2));
      case 'i' -> call(new PyGlobal(input.line(), input.line()), sinceMark());
      case 'o' -> classCall(sinceMark());
      case 0x81 -> make(last(2));
      case 0x92 -> make(last(3));
      case 'b' -> build();
      default -> stack.add(scalars.value(opcode));
    }
  }

  private void protocol(int version) throws InvalidConfig {
    if (version > HIGHEST_PROTOCOL) {
      throw input.damaged("a pickle of protocol " + version);
    }
  }

  private void frame(long bytes) throws InvalidConfig {
    if (bytes < 0 || bytes > input.left()) {
      throw input.damaged("a frame that is longer than the file");
    }
  }

  private void container(Object made) {
    containers++;
    stack.add(made);
  }

  private Object top() throws InvalidConfig {
    if (stack.size() <= floor()) {
      throw input.damaged("a value is missing");
    }
    return stack.get(stack.size() - 1);
  }

  private Object pop() throws InvalidConfig {
    Object top = top();
    stack.remove(stack.size() - 1);
    return top;
  }

  /** The values above the last mark are all that an opcode may take. */
  private int floor() {
    return marks.isEmpty() ? 0 : marks.get(marks.size() - 1);
  }

  private void discard() throws InvalidConfig {
    if (!marks.isEmpty() && floor() == stack.size()) {
      marks.remove(marks.size() - 1);
    } else {
      pop();
    }
  }

  private List<Object> sinceMark() throws InvalidConfig {
    if (marks.isEmpty()) {
      throw input.damaged("a mark is missing");
    }
    return take(marks.remove(marks.size() - 1));
  }

  private List<Object> last(int count) throws InvalidConfig {
    if (stack.size() - floor() < count) {
      throw input.damaged("a value is missing");
    }
    return take(stack.size() - count);
  }

  private List<Object> take(int from) {
    List<Object> above = stack.subList(from, stack.size());
    List<Object> taken = new ArrayList<>(above);
    above.clear();
    return taken;
  }

  private void dict(List<Object> keysAndValues) throws InvalidConfig {
    container(new PyDict());
    setItems(keysAndValues);
  }

  private void setItems(List<Object> keysAndValues) throws InvalidConfig {
    Object target = top();
    PyDict into;
    if (target instanceof PyDict dict) {
      into = dict;
    } else if (target instanceof PyObject object) {
      into = object.entries();
    } else {
      throw input.damaged("a dictionary is missing");
    }
    if (keysAndValues.size() % 2 != 0) {
      throw input.damaged("a key without a value");
    }
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      into.entries().put(keysAndValues.get(i), keysAndValues.get(i + 1));
    }
  }

  private void append(List<Object> items) throws InvalidConfig {
    Object target = top();
    if (target instanceof PyObject object) {
      object.items().addAll(items);
    } else if (target instanceof PyList list && list.items() instanceof ArrayList<Object> growing) {
      growing.addAll(items);
    } else {
      throw input.damaged("a list is missing");
    }
  }

  private Object remembered(long index) throws InvalidConfig {
    Object value = memo.get(index);
    if (value == null) {
      throw input.damaged("a value that is used before it is there");
    }
    return value;
  }

  private void stackGlobal() throws InvalidConfig {
    List<Object> names = last(2);
    if (!(names.get(0) instanceof String module) || !(names.get(1) instanceof String name)) {
      throw input.damaged("a Python name is no text");
    }
    stack.add(new PyGlobal(module, name));
  }

  private void persistent() throws InvalidConfig {
    if (!(pop() instanceof PyList reference)) {
      throw input.damaged("a reference of another kind than PyTorch's");
    }
    stack.add(persistent.value(reference));
  }

  private void call(List<Object> calledAndArguments) throws InvalidConfig {
    if (!(calledAndArguments.get(1) instanceof PyList arguments)) {
      throw input.damaged("a call without arguments");
    }
    call(calledAndArguments.get(0), arguments.items());
  }

  private void classCall(List<Object> calledAndArguments) throws InvalidConfig {
    if (calledAndArguments.isEmpty()) {
      throw input.damaged("a call of nothing");
    }
    call(calledAndArguments.get(0), calledAndArguments.subList(1, calledAndArguments.size()));
  }

  private void call(Object called, List<Object> arguments) throws InvalidConfig {
    if (!(called instanceof PyGlobal name)) {
      throw new InvalidConfig(
          "",
          "the file asks Python to call something that it made itself when it is opened;"
              + " Grokscope runs nothing that a file contains");
    }
    if (!KnownCalls.allowed(name)) {
      throw new InvalidConfig(
          "",
          "the file asks Python to call "
              + Messages.clipped(name.full(), LONGEST_SHOWN)
              + " when it is opened; Grokscope runs nothing that a file contains, and opens one"
              + " that holds only the state_dict");
    }
    container(new PyObject(name, arguments));
  }

  /** An instance of a class, whatever class: only its name and its fields are kept. */
  private void make(List<Object> classAndArguments) throws InvalidConfig {
    if (!(classAndArguments.get(0) instanceof PyGlobal type)
        || !(classAndArguments.get(1) instanceof PyList arguments)) {
      throw input.damaged("an object without a class");
    }
    container(new PyObject(type, arguments.items()));
  }

  private void build() throws InvalidConfig {
    Object state = pop();
    Object target = top();
    if (target instanceof PyObject object) {
      object.build(state);
    } else {
      throw input.damaged("fields for something that has none");
    }
  }
}
