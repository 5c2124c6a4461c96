package io.github.lenet.maven.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.dataset.TrainingImages;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.io.Sha256;
import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.Repositories;
import io.github.lenet.maven.TrainedModel;
import io.github.lenet.maven.artifact.ArtifactResolver;
import io.github.lenet.maven.build.Builds;
import java.nio.file.Path;
import java.util.ArrayList;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.installation.InstallRequest;
import org.eclipse.aether.repository.LocalRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On releases in a local repository. */
@MojoTest
class BaselinesTest {

    @Inject
    private RepositorySystem system;

    @TempDir
    Path folder;

    private final RecordingLog log = new RecordingLog();
    private DefaultRepositorySystemSession session;
    private Path release;

    @BeforeEach
    void release() throws Exception {
        session = Repositories.session(
                system, new LocalRepository(folder.resolve("local").toFile()));
        release = Models.without(Models.trained(system), folder.resolve("release.zip"), 7);
        install("zip", "lenet", release);
    }

    @Test
    void findsWhatAReleaseWasTrainedOn() throws Exception {
        var learnt = TrainingImages.of(Sha256.hex(release), SyntheticDigits.train(10, 1));
        learnt.write(folder.resolve("images.json"));
        install("json", "lenet-training-images", folder.resolve("images.json"));

        assertThat(obtain(true).trainingImages()).isEqualTo(learnt);
        assertThat(obtain(false).trainingImages())
                .as("of a published data set nobody asks")
                .isNull();
    }

    @Test
    void takesAReleaseThatDoesNotSayIt() throws Exception {
        assertThat(obtain(true).trainingImages()).isNull();

        session.setOffline(true);
        assertThat(obtain(true).trainingImages()).isNull();
        assertThat(log.lines("warn")).isEmpty();
    }

    private Baseline.OfModel obtain(boolean isOwnData) throws Exception {
        var module = Builds.module("<groupId>com.acme</groupId><artifactId>digits</artifactId><version>1.1</version>");
        module.setRemoteArtifactRepositories(new ArrayList<>());
        var limits = new BaselineLimits(null, null, null, null, null);
        return (Baseline.OfModel) new Baselines(
                        new ArtifactResolver(system, session, module),
                        folder,
                        TrainedModel.inferences(system, log.log(), folder),
                        log.log())
                .obtain(BaselineRequest.of(null, "com.acme:digits:(,1.1)", null, false, false, limits), isOwnData)
                .orElseThrow();
    }

    private void install(String type, String classifier, Path file) throws Exception {
        var artifact = new DefaultArtifact("com.acme", "digits", classifier, type, "1.0").setFile(file.toFile());
        system.install(session, new InstallRequest().addArtifact(artifact));
    }
}
