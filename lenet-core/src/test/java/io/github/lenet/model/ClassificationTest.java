package io.github.lenet.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.model.Classification.Candidate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassificationTest {

    private static final List<String> NAMES = List.of("zero", "one", "two");

    @Test
    void putsTheMostProbableFirst() {
        var classification = Classification.of(new float[] {0.125f, 0.625f, 0.25f}, NAMES);

        assertThat(classification.label()).isEqualTo(1);
        assertThat(classification.className()).isEqualTo("one");
        assertThat(classification.probability()).isEqualTo(0.625f);
        assertThat(classification.runnerUp()).isEqualTo(new Candidate(2, "two", 0.25f));
        assertThat(classification.candidates()).extracting(Candidate::label).containsExactly(1, 2, 0);
    }

    @Test
    void prefersTheLowerLabelOnATie() {
        assertThat(Classification.of(new float[] {0.25f, 0.375f, 0.375f}, NAMES).label())
                .isEqualTo(1);
    }
}
