package grokscope.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The devices that ND4J can compute on. A process has one of them, from the first use of ND4J to
 * its end.
 *
 * <p>Left to itself, ND4J tries CUDA first whenever it is on the class path, and prints a stack
 * trace on a machine without a GPU. So it is shown only the backend that was chosen.
 */
public enum Nd4jDevice {
  /** The host's processor. */
  HOST("org.nd4j.linalg.cpu.nativecpu.CpuBackend"),
  /** An NVIDIA card. */
  CUDA("org.nd4j.linalg.jcublas.JCublasBackend");

  private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

  private final String backendClass;

  Nd4jDevice(String backendClass) {
    this.backendClass = backendClass;
  }

  /** Whether the class path has it. */
  public boolean isPresent() {
    String file = backendClass.replace('.', '/') + ".class";
    return Nd4jDevice.class.getClassLoader().getResource(file) != null;
  }

  /**
   * Loads ND4J on this device, if that was not done before.
   *
   * @throws BackendUnavailable if its libraries cannot be used here
   * @throws IllegalStateException if ND4J runs on another one
   */
  public void load() {
    String loaded = loadedBackend();
    if (!loaded.equals(backendClass)) {
      throw new IllegalStateException(
          "this process computes with " + loaded + " already; restart Grokscope to change it");
    }
  }

  private String loadedBackend() {
    new HostProbe()
        .problem()
        .ifPresent(
            sentence -> {
              throw new BackendUnavailable(sentence, null);
            });
    try {
      ND4JClassLoading.setNd4jClassloader(new Chosen(backendClass));
      return Nd4j.getBackend().getClass().getName();
    } catch (LinkageError | RuntimeException broken) {
      throw new BackendUnavailable(
          "The numeric libraries of this build cannot be loaded ("
              + rootOf(broken)
              + "); build Grokscope on this machine, and make sure that the folder .javacpp in your"
              + " home has 400 MB of free space",
          broken);
    }
  }

  private static String rootOf(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null
        ? root.getClass().getSimpleName()
        : message.strip().replaceFirst("\\.$", "");
  }

  /** Sees one backend's entry among those that the class path declares. */
  private static final class Chosen extends ClassLoader {
    private final String backendClass;

    Chosen(String backendClass) {
      super(Nd4jDevice.class.getClassLoader());
      this.backendClass = backendClass;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      Enumeration<URL> all = super.getResources(name);
      if (!name.equals(SERVICE)) {
        return all;
      }
      List<URL> mine = Collections.list(all).stream().filter(this::declares).toList();
      return Collections.enumeration(mine);
    }

    private boolean declares(URL file) {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
        return lines.lines().anyMatch(line -> line.strip().equals(backendClass));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
