package grokscope.train.peer;

import java.time.Duration;
import java.util.List;

/** One of those that are timed in turn. While it is not asked, it sleeps. */
interface Side {
  String name();

  /** The numbers of threads that it may be tried with. */
  List<Integer> threadChoices();

  /** Takes steps for a while. */
  StepTimes block(int threads, Duration length);
}
