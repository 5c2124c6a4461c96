package io.github.lenet.gate;

import io.github.lenet.parameter.Choice;
import java.util.List;

/** When a model counts as worse than its baseline. */
public enum RegressionTest {
    /**
     * It is worse when its accuracy falls by more than the maximum and McNemar's exact one-sided test says that this is
     * no noise. Doubt passes.
     */
    SIGNIFICANT("significant"),
    /** It is worse unless the confidence bound of the difference shows that it is not. Doubt fails. */
    NON_INFERIOR("non-inferior");

    private final String id;

    RegressionTest(String id) {
        this.id = id;
    }

    static RegressionTest named(String parameter, String id) {
        return new Choice<>(parameter, List.of(values()), RegressionTest::id).named(id.strip());
    }

    /**
     * The name in a POM and in JSON.
     *
     * @return for example {@code non-inferior}
     */
    public String id() {
        return id;
    }
}
