package io.github.lenet.store;

/** Hears what the store does, on the thread that called the store. */
public interface DownloadListener {

    /**
     * Something worth a line in a log: a source that is tried, a file that is damaged, a wait.
     *
     * @param line a sentence for people, without a line break
     */
    void message(String line);

    /**
     * Something that goes on, but may not be what the user wants.
     *
     * @param line a sentence for people, without a line break
     */
    default void warning(String line) {
        message(line);
    }

    /**
     * A transfer goes on; called about every three seconds, so that each call can be a line in a log.
     *
     * @param progress how far it is
     */
    void progress(DownloadProgress progress);
}
