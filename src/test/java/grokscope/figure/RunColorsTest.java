package grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether the colours of runs can be seen and told apart, whoever looks. */
class RunColorsTest {
  private static final List<RunColors> GROUNDS =
      List.of(RunColors.LIGHT, RunColors.DARK, RunColors.PRINT);

  /**
   * What is seen of red, green and blue light: by most people, without the first, the second and
   * the third kind of cone (Machado, Oliveira and Fernandes 2009, severity 1).
   */
  private static final List<double[][]> EYES =
      List.of(
          new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
          new double[][] {
            {0.152286, 1.052583, -0.204868},
            {0.114503, 0.786281, 0.099216},
            {-0.003882, -0.048116, 1.051998}
          },
          new double[][] {
            {0.367322, 0.860646, -0.227968},
            {0.280085, 0.672501, 0.047413},
            {-0.011820, 0.042940, 0.968881}
          },
          new double[][] {
            {1.255528, -0.076749, -0.178779},
            {-0.078411, 0.930809, 0.147602},
            {0.004733, 0.691367, 0.303900}
          });

  @Test
  void everyColorStandsOutFromItsGround() {
    for (RunColors colors : GROUNDS) {
      for (int run = 0; run < RunColors.COUNT; run++) {
        assertThat(contrast(colors.get(run), colors.ground()))
            .as("%06x on %06x", colors.get(run), colors.ground())
            .isGreaterThan(colors == RunColors.PRINT ? 4 : 3);
      }
    }
  }

  @Test
  void everyKindOfColorVisionTellsThemApartAndTheFirstOnesBest() {
    for (RunColors colors : GROUNDS) {
      for (double[][] eye : EYES) {
        boolean usual = eye == EYES.get(0);
        assertThat(nearest(colors, eye, RunColors.COUNT)).isGreaterThan(usual ? 0.09 : 0.05);
        assertThat(nearest(colors, eye, 6)).isGreaterThan(usual ? 0.12 : 0.06);
        assertThat(nearest(colors, eye, 2)).isGreaterThan(usual ? 0.2 : 0.18);
      }
    }
  }

  /** A run must be the same colour to the eye when the theme changes, and on paper. */
  @Test
  void anIndexHasOneHueOnEveryGround() {
    for (int run = 0; run < RunColors.COUNT; run++) {
      double[] light = lab(RunColors.LIGHT.get(run), EYES.get(0));
      for (RunColors other : GROUNDS) {
        double[] seen = lab(other.get(run), EYES.get(0));
        if (Math.hypot(light[1], light[2]) > 0.05) {
          double turn = Math.atan2(seen[2], seen[1]) - Math.atan2(light[2], light[1]);
          assertThat(Math.abs(Math.IEEEremainder(turn, 2 * Math.PI)))
              .as("%06x and %06x", RunColors.LIGHT.get(run), other.get(run))
              .isLessThan(Math.toRadians(40));
        } else {
          assertThat(Math.hypot(seen[1], seen[2])).isLessThan(0.05);
        }
      }
    }
  }

  @Test
  void aRunIsCalledByItsNumberAndItsName() {
    assertThat(new RunIdentity(3, "Ungrokking", 2).label()).isEqualTo("#3 Ungrokking");
    assertThat(new RunIdentity(0, "weights.npz", 0).label()).isEqualTo("weights.npz");
    assertThat(new RunIdentity(3, "", 2).label()).isEqualTo("#3");
    assertThat(RunIdentity.usualColor(13)).isEqualTo(RunIdentity.usualColor(1)).isZero();
    assertThat(RunIdentity.usualColor(12)).isEqualTo(11);
  }

  private static double nearest(RunColors colors, double[][] eye, int among) {
    double least = Double.POSITIVE_INFINITY;
    for (int one = 0; one < among; one++) {
      for (int other = 0; other < one; other++) {
        double[] a = lab(colors.get(one), eye);
        double[] b = lab(colors.get(other), eye);
        least = Math.min(least, Math.hypot(a[0] - b[0], Math.hypot(a[1] - b[1], a[2] - b[2])));
      }
    }
    return least;
  }

  private static double contrast(int one, int other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(int color) {
    double[] light = light(color);
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
  }

  private static double[] light(int color) {
    double[] light = new double[3];
    for (int i = 0; i < 3; i++) {
      double channel = (color >> (16 - 8 * i) & 0xff) / 255.0;
      light[i] = channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
    return light;
  }

  /** Lightness and the two axes of colour of Oklab (Ottosson 2020), where 0.02 can just be seen. */
  private static double[] lab(int color, double[][] eye) {
    double[] cones =
        times(
            new double[][] {
              {0.4122214708, 0.5363325363, 0.0514459929},
              {0.2119034982, 0.6806995451, 0.1073969566},
              {0.0883024619, 0.2817188376, 0.6299787005}
            },
            clipped(times(eye, light(color))));
    for (int i = 0; i < 3; i++) {
      cones[i] = Math.cbrt(cones[i]);
    }
    return times(
        new double[][] {
          {0.2104542553, 0.7936177850, -0.0040720468},
          {1.9779984951, -2.4285922050, 0.4505937099},
          {0.0259040371, 0.7827717662, -0.8086757660}
        },
        cones);
  }

  private static double[] clipped(double[] light) {
    double[] within = new double[3];
    for (int i = 0; i < 3; i++) {
      within[i] = Math.max(0, Math.min(1, light[i]));
    }
    return within;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        product[row] += matrix[row][column] * vector[column];
      }
    }
    return product;
  }
}
