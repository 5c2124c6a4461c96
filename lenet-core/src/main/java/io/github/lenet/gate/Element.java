package io.github.lenet.gate;

/** What a rule looks at. */
public enum Element {
    /** The model as a whole. */
    MODEL("model"),
    /** Every class for itself. */
    CLASS("class"),
    /** Every group of images that have something in common beside their class. */
    SLICE("slice");

    private final String id;

    Element(String id) {
        this.id = id;
    }

    /**
     * The name in a POM and in JSON.
     *
     * @return {@code model}, {@code class} or {@code slice}
     */
    public String id() {
        return id;
    }
}
