package io.github.lenet.maven.dataset;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.Split;
import io.github.lenet.maven.artifact.ArtifactReference;
import io.github.lenet.maven.artifact.BuildArtifacts;
import io.github.lenet.maven.artifact.Resolution.Found;
import io.github.lenet.maven.artifact.Resolution.Missing;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.Shape;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.recipe.TrainableNetworks;
import io.github.lenet.recipe.TrainingData;
import io.github.lenet.store.Catalog;
import io.github.lenet.store.DatasetArchive;
import io.github.lenet.store.DatasetRequest;
import io.github.lenet.store.DatasetStore;
import io.github.lenet.store.LocatedDataset;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.RepositorySystemSession;
import org.jspecify.annotations.Nullable;

/** Obtains data sets for one build, with its proxies, and without the network under {@code -o}. */
public final class DatasetProvider {

    /** The time that one source may take: 12 MB at 50 kB/s take four minutes. */
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final RepositorySystemSession session;
    private final BuildArtifacts artifacts;
    private final Log log;
    /** Few, and no map: the first hash code of a record is linked when it runs, which loads dozens of classes. */
    private final List<Known> located = new ArrayList<>();

    /**
     * Makes a provider for one build.
     *
     * @param session the session of the build, which knows the proxies and whether it is offline
     * @param artifacts finds data sets by their coordinates
     * @param log where downloads are announced
     */
    public DatasetProvider(RepositorySystemSession session, BuildArtifacts artifacts, Log log) {
        this.session = session;
        this.artifacts = artifacts;
        this.log = log;
    }

    private record Wanted(DatasetOptions options, Set<Split> splits) {}

    private record Known(Wanted wanted, LocatedDataset dataset) {}

    /**
     * Finds a data set on this machine, or downloads it; only once, because its files are measured.
     *
     * @param options what the user wants
     * @param splits what will be read of it; the other files are there, but their content need not be the published one
     * @return the folder with its four files, complete
     * @throws IOException if it cannot be had; the message names every place that was tried and what to do
     * @throws MojoExecutionException if no repository holds its artifact, or one cannot be asked
     */
    public LocatedDataset obtain(DatasetOptions options, Split... splits) throws IOException, MojoExecutionException {
        if (options.isNone()) {
            throw new InvalidParameterException(
                    "dataset", options.name(), "is only for predictions without images, and images are needed here");
        }
        var wanted = new Wanted(options, Set.of(splits));
        for (var known : located) {
            if (known.wanted().equals(wanted)) {
                return known.dataset();
            }
        }
        var artifact = options.artifact();
        var dataset = artifact == null ? search(wanted, options.dataDirectory()) : resolve(wanted, artifact);
        located.add(new Known(wanted, dataset));
        return dataset;
    }

    private LocatedDataset resolve(Wanted wanted, ArtifactReference artifact)
            throws IOException, MojoExecutionException {
        var options = wanted.options();
        var resolution = artifacts.find(artifact);
        if (resolution instanceof Missing missing) {
            throw new MojoExecutionException(format(
                    "There is no data set: %s. Correct <datasetArtifact> (-Dlenet.datasetArtifact), or deploy that data"
                            + " first.",
                    missing.reason()));
        }
        var found = (Found) resolution;
        log.info("Data set: " + found.coordinates());
        var archive = new DatasetArchive(found.file(), found.coordinates(), options.name());
        return search(wanted, archive.unpack(options.cacheDirectory(), new DownloadLog(log)))
                .from(found.coordinates());
    }

    private LocatedDataset search(Wanted wanted, @Nullable Path dataDirectory) throws IOException {
        return new DatasetStore()
                .obtain(request(wanted.options(), dataDirectory, wanted.splits()), new DownloadLog(log));
    }

    private DatasetRequest request(DatasetOptions options, @Nullable Path dataDirectory, Set<Split> splits) {
        var proxies = new MavenProxies(session);
        var server = options.sourceServer();
        return new DatasetRequest(
                options.name(),
                dataDirectory,
                splits,
                options.pictures(),
                options.cacheDirectory(),
                options.sources().isEmpty() ? DatasetRequest.DEFAULT_SOURCES : options.sources(),
                server == null ? null : () -> new MavenServers(session).credentials(server),
                session.isOffline(),
                proxies,
                proxies.authenticator(),
                TIMEOUT);
    }

    /**
     * The shape of an image. Of a data set in files of the user's own the first bytes are looked at; nothing is
     * downloaded but an artifact of such files.
     */
    private Shape image(DatasetOptions options) throws IOException, MojoExecutionException {
        var isOwnArtifact = options.artifact() != null
                && Catalog.builtIn().find(options.name()).isEmpty();
        var directory = isOwnArtifact ? obtain(options).directory() : options.dataDirectory();
        return new DatasetStore().image(request(options, directory, Set.of()));
    }

    /**
     * Says which network the images of a training call for, adapted to as many classes as MNIST has: how many there are
     * is known when the labels are read.
     *
     * @param options what the user wants
     * @param architecture name of the architecture
     * @return the network
     * @throws io.github.lenet.parameter.InvalidParameterException if the architecture cannot be adapted to them
     * @throws IOException if data of the user's own cannot be read
     * @throws MojoExecutionException if no repository holds its artifact, or one cannot be asked
     */
    public Architecture network(DatasetOptions options, String architecture)
            throws IOException, MojoExecutionException {
        return TrainableNetworks.fitting(
                architecture,
                options.name(),
                image(options),
                Architecture.named(architecture).classes());
    }

    /**
     * Says what a training would train on. A known data set of the usual sources need not be on this machine for that,
     * and no file of it is read: whatever carries its name has its digests. What the user has put somewhere is looked
     * at.
     *
     * @param options what the user wants
     * @return the training part, by its digests
     * @throws IOException if data of the user's own cannot be read, or is not the data set whose name it carries
     * @throws MojoExecutionException if no repository holds its artifact, or one cannot be asked
     */
    public TrainingData trainingData(DatasetOptions options) throws IOException, MojoExecutionException {
        var known = Catalog.builtIn().find(options.name());
        if (known.isPresent() && !options.isInPlace()) {
            return new TrainingData(
                    options.name(), known.get().classNames(), known.get().sha256(Split.TRAIN));
        }
        // Files of the user's own that have not changed are not measured again; those of a known data set have to be
        // its.
        var located = known.isPresent() ? obtain(options, Split.TRAIN) : obtain(options);
        return new TrainingData(
                located.name(),
                located.classNames(),
                located.sha256(Split.TRAIN),
                located.imagePreparation(),
                located.pictureOptions());
    }
}
