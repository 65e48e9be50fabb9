package grokscope.measure.fourier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RingTest {
  @Test
  void aStepOfTheRingIsOneTurnOfTheFrequency() {
    for (int p : new int[] {5, 59, 97, 113}) {
      for (int k = 1; k <= (p - 1) / 2; k++) {
        assertThat(new Ring(p, k).step() * k % p).isEqualTo(1);
      }
    }
  }

  @Test
  void neighboursAreInNeighbouringPlacesAlsoWhereSeveralNumbersShareOne() {
    for (int p : new int[] {15, 21, 59}) {
      for (int k = 1; k <= (p - 1) / 2; k++) {
        Ring ring = new Ring(p, k);
        Set<Integer> places = new HashSet<>();
        for (int number = 0; number < p; number++) {
          int place = ring.place(number);
          places.add(place);
          assertThat(ring.place(ring.next(number))).isEqualTo((place + 1) % ring.places());
          assertThat(ring.next(ring.previous(number))).isEqualTo(number);
        }
        assertThat(places).hasSize(ring.places());
      }
    }
  }
}
