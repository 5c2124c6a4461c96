package io.github.lenet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionTest {

    /** One a is taken for b; two b for c and one for a; one c is right. */
    private static final Evaluation EVALUATION = Evaluations.of(
            List.of("a", "b", "c"), new int[] {0, 1, 1, 1, 2}, 0, 1, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1);

    @Test
    void theMostFrequentComesFirst() {
        assertThat(Confusion.mostFrequent(EVALUATION, 10))
                .containsExactly(new Confusion("b", "c", 2), new Confusion("a", "b", 1), new Confusion("b", "a", 1));
    }

    @Test
    void theLimitKeepsTheMostFrequent() {
        assertThat(Confusion.mostFrequent(EVALUATION, 1)).containsExactly(new Confusion("b", "c", 2));
    }

    @Test
    void rightAnswersAreNone() {
        assertThat(Confusion.mostFrequent(Evaluations.digits(10, 10), 10)).isEmpty();
    }
}
