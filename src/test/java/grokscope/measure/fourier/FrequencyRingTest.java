package grokscope.measure.fourier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrequencyRingTest {
  @Test
  void aStepOfTheRingIsOneTurnOfTheFrequency() {
    for (int p : new int[] {5, 59, 97, 113}) {
      for (int k = 1; k <= (p - 1) / 2; k++) {
        assertThat(new FrequencyRing(p, k).step() * k % p).isEqualTo(1);
      }
    }
  }

  @Test
  void neighborsAreInNeighboringPlacesAlsoWhereSeveralNumbersShareOne() {
    for (int p : new int[] {15, 21, 59}) {
      for (int k = 1; k <= (p - 1) / 2; k++) {
        FrequencyRing frequencyRing = new FrequencyRing(p, k);
        Set<Integer> places = new HashSet<>();
        for (int number = 0; number < p; number++) {
          int place = frequencyRing.place(number);
          places.add(place);
          assertThat(frequencyRing.place(frequencyRing.next(number)))
              .isEqualTo((place + 1) % frequencyRing.positions());
          assertThat(frequencyRing.next(frequencyRing.previous(number))).isEqualTo(number);
        }
        assertThat(places).hasSize(frequencyRing.positions());
      }
    }
  }
}
