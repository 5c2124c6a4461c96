package io.github.lenet.maven.worker;

/** What a worker does, as its errors say it. */
public enum Work {
    /** Trains a model. */
    TRAINING("The training", " and has written no model.", Work.MORE_HEAP + Work.SMALLER_BATCH),
    /** Searches hyperparameters. */
    SEARCH("The search", ". The same command goes on where it was.", Work.MORE_HEAP + Work.SMALLER_BATCH),
    /** Computes what a network from elsewhere answers. */
    INFERENCE("The inference", ".", Work.MORE_HEAP + ".");

    private static final String MORE_HEAP =
            "Give it more, for example <jvmArgs>-Xmx2g</jvmArgs> or -Dlenet.jvmArgs=-Xmx2g";

    private static final String SMALLER_BATCH = ", or use a smaller <batchSize>.";

    private final String subject;
    private final String afterInterruption;
    private final String memoryAdvice;

    Work(String subject, String afterInterruption, String memoryAdvice) {
        this.subject = subject;
        this.afterInterruption = afterInterruption;
        this.memoryAdvice = memoryAdvice;
    }

    /** The beginning of a message. */
    String subject() {
        return subject;
    }

    /** The end of a message that says that it was interrupted. */
    String afterInterruption() {
        return afterInterruption;
    }

    /** What to do when the heap is too small. */
    String memoryAdvice() {
        return memoryAdvice;
    }
}
