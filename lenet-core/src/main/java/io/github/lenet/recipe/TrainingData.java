package io.github.lenet.recipe;

import io.github.lenet.json.OmitEmpty;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a model is trained on, known by its content.
 *
 * @param name name of the data set, as in the POM
 * @param classNames what each label stands for, label 0 first
 * @param sha256 digest of each decompressed file that is trained on, in hexadecimal, by file name
 * @param imagePreparation what was done to the pictures that the files were made from, such as {@code centre}; null
 *     where there were none
 * @param pictureOptions what else was chosen for those pictures, by the name of the parameter, such as
 *     {@code imageSize}; null where there were none, or where a version before 0.1.0 made the files
 */
public record TrainingData(
        String name,
        List<String> classNames,
        Map<String, String> sha256,
        @OmitEmpty @Nullable String imagePreparation,
        // Only for the reasons of a training: whatever they change, they change in the files as well.
        @OmitEmpty @Nullable Map<String, String> pictureOptions) {

    /**
     * Copies the digests, in the order of the file names.
     *
     * @throws IllegalArgumentException if a class name occurs twice
     */
    public TrainingData {
        Objects.requireNonNull(name, "the name of the dataset is missing");
        classNames = List.copyOf(Objects.requireNonNull(classNames, "the classNames of the dataset are missing"));
        if (new HashSet<>(classNames).size() < classNames.size()) {
            throw new IllegalArgumentException("classNames has a name twice: " + classNames);
        }
        Objects.requireNonNull(sha256, "the sha256 of the dataset is missing");
        sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
        pictureOptions = pictureOptions == null ? null : Collections.unmodifiableMap(new TreeMap<>(pictureOptions));
    }

    /**
     * Data that was not made from pictures.
     *
     * @param name name of the data set, as in the POM
     * @param classNames what each label stands for, label 0 first
     * @param sha256 digest of each file that is trained on, in hexadecimal, by file name
     */
    public TrainingData(String name, List<String> classNames, Map<String, String> sha256) {
        this(name, classNames, sha256, null, null);
    }
}
