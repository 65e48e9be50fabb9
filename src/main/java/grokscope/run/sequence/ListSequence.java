package grokscope.run.sequence;

import grokscope.config.InvalidConfig;
import grokscope.run.format.ArrayFile;
import grokscope.run.format.StoredArray;
import grokscope.text.NumberText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The networks in one file that has a list of state dicts, or a dict of them by their steps.
 * Immutable, any thread.
 *
 * @param path the file
 * @param form what kind of file it is
 * @param networks in the order of the steps: its arrays without their prefix, and what else the
 *     file says
 * @param places what the members are called in the file, in the same order
 * @param steps growing
 * @param remarks what is to be known of how they were found
 */
record ListSequence(
    Path path,
    String form,
    List<ArrayFile> networks,
    List<String> places,
    List<Integer> steps,
    List<String> remarks)
    implements CheckpointSequence {
  ListSequence {
    networks = List.copyOf(networks);
    places = List.copyOf(places);
    steps = List.copyOf(steps);
    remarks = List.copyOf(remarks);
  }

  /** The networks in a file. */
  static ListSequence of(Path path) throws InvalidConfig {
    ArrayFile file = ArrayFile.open(path);
    List<NetworkList> lists = NetworkList.in(file);
    if (lists.isEmpty()) {
      throw new InvalidConfig(
          "",
          "it is "
              + file.form()
              + " without a list of networks, which would be called checkpoints or state_dicts;"
              + " a file with one network can be opened by itself");
    }
    if (lists.size() > 1) {
      throw new InvalidConfig(
          "",
          "it has more than one list of networks: "
              + StepNames.listed(lists.stream().map(NetworkList::name).toList()));
    }
    NetworkList list = lists.get(0);
    ListSteps steps = ListSteps.of(file, list.indices());
    SortedMap<Integer, Integer> byStep = new TreeMap<>(); // the place among the members
    for (int i = 0; i < steps.steps().size(); i++) {
      int step = steps.steps().get(i);
      if (step < 0 || step > StepNames.LAST_STEP) {
        throw new InvalidConfig(
            "", "the number " + step + " of one of its networks is no step of a run");
      }
      if (byStep.put(step, i) != null) {
        throw new InvalidConfig("", "two of its networks have the step " + NumberText.count(step));
      }
    }
    List<ArrayFile> networks = new ArrayList<>();
    List<String> places = new ArrayList<>();
    Collection<Integer> order = byStep.values();
    List<StoredArray> around = // which pairs were trained on may stand there; losses are no weights
        file.arrays().stream()
            .filter(array -> !array.name().contains(".") && array.type().whole())
            .toList();
    for (int member : order) {
      int index = list.indices().get(member);
      List<StoredArray> arrays = new ArrayList<>(list.arrays(index));
      arrays.addAll(around);
      networks.add(new ArrayFile(file.form(), file.texts(), arrays, file.facts()));
      places.add(list.prefix() + index);
    }
    List<String> remarks = new ArrayList<>(steps.remarks());
    return new ListSequence(
        path, file.form(), networks, places, List.copyOf(byStep.keySet()), remarks);
  }

  @Override
  public String form() {
    return networks.size() + " networks in " + form;
  }

  @Override
  public String called(int place) {
    return places.get(place);
  }

  @Override
  public ArrayFile open(int place) {
    return networks.get(place);
  }
}
