package io.github.lenet.report;

/** Versions of the JSON files. */
final class SchemaVersion {

    private SchemaVersion() {}

    /** Refuses a file of another version, because its keys could mean something else. */
    static void require(int known, int actual) {
        if (actual != known) {
            throw new IllegalArgumentException(
                    "schemaVersion is " + actual + ", but this version of LeNet knows only " + known);
        }
    }
}
