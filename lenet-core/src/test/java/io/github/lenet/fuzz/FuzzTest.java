package io.github.lenet.fuzz;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every format that is read back, damaged at random: a few files in each build, millions with the profile fuzz. */
class FuzzTest {

    /** For a format that takes a millisecond a file or more. */
    private static final int CASES = Integer.getInteger("fuzz.cases", 500);

    /** For one that takes much less. */
    private static final int MANY_CASES = Math.multiplyExact(10, CASES);

    /** For one that takes much more. */
    private static final int FEW_CASES = Math.max(1, CASES / 5);

    @TempDir
    private Path folder;

    private void fuzz(String format, int cases, Fuzzing.Mutation mutation) throws Exception {
        new Fuzzing(format, cases).run(Formats.in(folder, format), mutation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IDX files", "IDX files.gz"})
    void idxFiles(String format) throws Exception {
        fuzz(format, MANY_CASES, Damage::bytes);
    }

    @Test
    void labelsAndNamesOfClasses() throws Exception {
        fuzz("names of classes", MANY_CASES, Damage::bytes);
        fuzz("labels", MANY_CASES, Damage::bytes);
    }

    @Test
    void modelArchives() throws Exception {
        fuzz("model archives", CASES, Damage::zip);
    }

    @Test
    void safetensors() throws Exception {
        fuzz("safetensors", CASES, Damage::safetensors);
    }

    @Test
    void checkpoints() throws Exception {
        fuzz("checkpoints", CASES, Damage::checkpoint);
    }

    @Test
    void modelsInTheCache() throws Exception {
        for (var format : Formats.names()) {
            if (format.startsWith(Formats.IN_THE_CACHE)) {
                fuzz(format, FEW_CASES, format.endsWith(".zip") ? Damage::zip : Damage::json);
            }
        }
    }

    @Test
    void archivesOfData() throws Exception {
        fuzz("archives of data", FEW_CASES, Damage::zip);
    }

    @Test
    void packagesOfData() throws Exception {
        fuzz("packages of data", FEW_CASES, Damage::tar);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet-pictures.json", "lenet-picture-names.json", "sha256.txt"})
    void foldersOfPictures(String name) throws Exception {
        fuzz(name, FEW_CASES, name.endsWith(".json") ? Damage::json : Damage::bytes);
    }

    @Test
    void evaluations() throws Exception {
        fuzz("evaluations", CASES, Damage::json);
    }

    @Test
    void predictions() throws Exception {
        fuzz("predictions", MANY_CASES, Damage::bytes);
    }

    @Test
    void slices() throws Exception {
        fuzz("slices", MANY_CASES, Damage::bytes);
    }

    @Test
    void onnxFiles() throws Exception {
        fuzz("ONNX files", MANY_CASES, Damage::bytes);
    }

    @Test
    void historiesOfBuilds() throws Exception {
        fuzz("histories of builds", CASES, Damage::bytes);
    }

    @Test
    void historiesAndProvenances() throws Exception {
        fuzz("histories", CASES, Damage::json);
        fuzz("provenances", CASES, Damage::json);
    }

    @Test
    void resultsOfTrials() throws Exception {
        fuzz("results of trials", MANY_CASES, Damage::json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"search spaces", "minima", "learning rates", "epochs"})
    void valuesOfThePom(String format) throws Exception {
        fuzz(format, MANY_CASES, Damage::bytes);
    }

    @Test
    void imagesThatAModelHasLearnt() throws Exception {
        fuzz("images that a model has learnt", CASES, Damage::json);
    }

    @Test
    void eventsOfAWorker() throws Exception {
        for (var format : Formats.names()) {
            if (format.startsWith(Formats.EVENTS)) {
                fuzz(format, CASES, Damage::json);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void pictures(String format) throws Exception {
        fuzz("pictures ." + format, CASES, Damage::bytes);
    }
}
