package grokscope.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.global.torch;

/**
 * Trains with libtorch as it is told, a line at a time, on standard input; answers each with one
 * line. Ends with its input.
 *
 * <pre>
 * open STYLE FILE           a new training: usual, rewritten, or
 *                           exact, which is usual in double       → ready
 * train STYLE STEPS         so many steps                          → the loss before the last update
 * time STYLE THREADS MILLIS steps for so long                      → steps, median and mean in ms
 * </pre>
 */
public final class LibtorchPeer {
  private static final int FEWEST_STEPS = 3;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Map<String, Training> trainings = new HashMap<>();

  private LibtorchPeer() {}

  /** Serves until the input ends. */
  public static void main(String[] arguments) throws IOException {
    extractLibtorch();
    torch.set_num_interop_threads(1);
    Context.setFlushDenormal(true);
    LibtorchPeer peer = new LibtorchPeer();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(peer.answer(line));
    }
  }

  /**
   * JavaCPP extracts one library after the other and loads it at once. The first one needs another
   * that is not there yet, and the system may have that in a version of its own.
   */
  private static void extractLibtorch() throws IOException {
    Loader.cacheResource(
        String.join(
            "/",
            "/org/bytedeco/pytorch",
            Loader.getPlatform(),
            System.mapLibraryName("torch_cpu")));
  }

  private String answer(String line) throws IOException {
    String[] words = line.split(" ", 3);
    String style = words[1];
    switch (words[0]) {
      case "open":
        trainings.put(style, training(style, Given.read(Path.of(words[2]))));
        return "ready";
      case "train":
        return Double.toString(train(trainings.get(style), Integer.parseInt(words[2])));
      case "time":
        String[] how = words[2].split(" ");
        useThreads(Integer.parseInt(how[0]));
        return time(trainings.get(style), Long.parseLong(how[1]));
      default:
        throw new IllegalArgumentException("not understood: " + line);
    }
  }

  private static Training training(String style, Given given) {
    boolean exact = style.equals("exact");
    Weights weights =
        new Weights(given.weights(), exact ? torch.ScalarType.Double : torch.ScalarType.Float);
    Net net =
        switch (given.model() + " " + style) {
          case "transformer usual", "transformer exact" -> new UsualTransformer(given, weights);
          case "transformer rewritten" -> new RewrittenTransformer(given, weights);
          case "mlp usual", "mlp exact" -> new UsualMlp(given, weights);
          case "mlp rewritten" -> new RewrittenMlp(given, weights);
          default -> throw new IllegalArgumentException("no " + style + " " + given.model());
        };
    return new Training(given, net, weights);
  }

  /** libtorch's own loops and the BLAS underneath have a setting each. */
  private static void useThreads(int count) {
    torch.set_num_threads(count);
    openblas.blas_set_num_threads(count);
  }

  private static double train(Training training, int steps) {
    double loss = Double.NaN;
    for (int i = 0; i < steps; i++) {
      loss = training.step();
    }
    return loss;
  }

  private static String time(Training training, long millis) {
    DoubleStream.Builder taken = DoubleStream.builder();
    long start = System.nanoTime();
    long end = start + millis * 1_000_000;
    for (int i = 0; i < FEWEST_STEPS || System.nanoTime() < end; i++) {
      long before = System.nanoTime();
      training.step();
      taken.add((System.nanoTime() - before) / NANOS_PER_MILLI);
    }
    double[] times = taken.build().sorted().toArray();
    double median = (times[times.length / 2] + times[(times.length - 1) / 2]) / 2;
    double mean = Arrays.stream(times).average().orElseThrow();
    return times.length + " " + median + " " + mean;
  }
}
