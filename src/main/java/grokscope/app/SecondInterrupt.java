package grokscope.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Lets a second Ctrl-C end the program at once; while it is ending already, the machine would
 * ignore it. Stateless, any thread.
 */
final class SecondInterrupt {
  private SecondInterrupt() {}

  /** The next interruption ends the program without any last words. */
  static void endsTheProgram() {
    // By name: signals are no part of the platform's own interface, and a runtime may lack them.
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object ending =
          Proxy.newProxyInstance(
              SecondInterrupt.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> handled(method));
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("INT"), ending);
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException without) {
      // Then the second one is ignored, and the first one has its time.
    }
  }

  private static Object handled(Method method) {
    if (method.getName().equals("handle")) {
      Runtime.getRuntime().halt(Verdict.INTERRUPTED);
    }
    return null;
  }
}
