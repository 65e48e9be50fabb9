package grokscope.run.sequence;

import grokscope.config.InvalidConfig;
import grokscope.run.format.ArrayFile;
import java.nio.file.Path;
import java.util.List;

/**
 * The networks of one training at several of its steps, as another program kept them: the files of
 * a folder, or the members of one file. Nothing of a network is read before it is opened.
 * Immutable, any thread.
 */
public interface CheckpointSequence {
  /** Where it is. */
  Path path();

  /** What it is, in words: "20 files of a folder". */
  String form();

  /** The steps, growing. */
  List<Integer> steps();

  /** What the network at a place is called: the name of its file, or its place in the file. */
  String called(int place);

  /**
   * The network at a place, and what its file says about it.
   *
   * @throws InvalidConfig with one sentence that names the file
   */
  ArrayFile open(int place) throws InvalidConfig;

  /** What the user is to know of how it was found, in whole sentences. */
  List<String> remarks();
}
