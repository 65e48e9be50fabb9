package grokscope.train.peer;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The peer in a virtual machine of its own: libtorch needs another JavaCPP than ND4J. It gets a
 * line and answers with one. One thread.
 */
final class PeerProcess implements AutoCloseable {
  private static final Path SOURCES = Path.of("src", "peers", "java");
  private static final String MAIN = "grokscope.peers.LibtorchPeer";
  private static final long ANSWER_SECONDS = 120;
  private static final long END_SECONDS = 10;

  private final Path errors;
  private final Process process;
  private final BufferedWriter toPeer;
  private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();

  /** Compiles the peer and starts it; the folder has its libraries. */
  PeerProcess(Path folder) throws IOException {
    String libraries = libraries(folder);
    Path classes = folder.resolve("classes");
    compile(libraries, classes);
    errors = folder.resolve("errors.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:ErrorFile=" + folder.resolve("crash.txt").toAbsolutePath(),
            "-cp",
            classes + File.pathSeparator + libraries,
            MAIN);
    // These would cap the threads that it may use.
    builder
        .environment()
        .keySet()
        .removeAll(List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"));
    process = builder.redirectError(errors.toFile()).start();
    toPeer = process.outputWriter(StandardCharsets.UTF_8);
    Thread reader = new Thread(this::read, "peer-answers");
    reader.setDaemon(true);
    reader.start();
  }

  private static String libraries(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(".jar"))
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static void compile(String libraries, Path classes) throws IOException {
    Files.createDirectories(classes);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Path> files;
    try (Stream<Path> tree = Files.walk(SOURCES)) {
      files = tree.filter(file -> file.toString().endsWith(".java")).toList();
    }
    List<String> options = new ArrayList<>(List.of("-d", classes.toString(), "-cp", libraries));
    options.addAll(List.of("-proc:none", "-Xlint:all,-path", "-Werror"));
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      boolean compiled =
          compiler
              .getTask(
                  said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
              .call();
      if (!compiled) {
        throw new IllegalStateException("the peer does not compile:\n" + said);
      }
    }
  }

  private void read() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      out.lines().map(Optional::of).forEach(answers::add);
    } catch (IOException | UncheckedIOException e) {
      // The end says enough; what the peer wrote about itself is shown with it.
    } finally {
      answers.add(Optional.empty());
    }
  }

  /** Sends a line and waits for its answer. */
  String ask(String line) {
    try {
      toPeer.write(line);
      toPeer.newLine();
      toPeer.flush();
      Optional<String> answer = answers.poll(ANSWER_SECONDS, TimeUnit.SECONDS);
      if (answer == null) {
        throw failure(line, "did not answer in " + ANSWER_SECONDS + " s");
      }
      if (answer.isEmpty() || answer.get().isEmpty()) {
        throw failure(line, "ended");
      }
      return answer.get();
    } catch (IOException e) {
      throw failure(line, "does not listen: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(line, "was given up");
    }
  }

  private IllegalStateException failure(String line, String what) {
    String said;
    try {
      said = Files.readString(errors);
    } catch (IOException e) {
      said = "(" + errors + " cannot be read)";
    }
    String how = process.isAlive() ? "" : ", exit code " + process.exitValue();
    return new IllegalStateException("at \"" + line + "\" the peer " + what + how + "\n" + said);
  }

  @Override
  public void close() throws IOException {
    try {
      toPeer.close(); // at the end of its input it ends
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
