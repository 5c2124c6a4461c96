package io.github.lenet.maven.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.maven.RecordingLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With the Git of this machine, which everybody has who could check this project out. */
class GitRepositoryTest {

    @TempDir
    private Path folder;

    private final RecordingLog log = new RecordingLog();
    private final GitRepository repository = new GitRepository(log.log());

    @Test
    void aCommitIsNamedInFullAndCleanUntilATrackedFileChanges() throws Exception {
        var commit = commit();
        assertThat(repository.state(folder)).hasValueSatisfying(git -> {
            assertThat(git.commit()).isEqualTo(commit).hasSizeGreaterThanOrEqualTo(40);
            assertThat(git.dirty()).isFalse();
        });

        Files.writeString(folder.resolve("a-build-wrote-this"), "and nobody committed it");
        assertThat(repository.state(folder))
                .hasValueSatisfying(git -> assertThat(git.dirty()).isFalse());

        Files.writeString(folder.resolve("module/pom.xml"), "<project/> <!-- changed -->");
        assertThat(repository.state(folder))
                .hasValueSatisfying(git -> assertThat(git.dirty()).isTrue());
    }

    @Test
    void aChangeInAnyModuleMakesTheTreeDirtyForAllOfThem() throws Exception {
        commit();
        Files.writeString(folder.resolve("readme"), "changed");

        assertThat(repository.state(folder.resolve("module")))
                .hasValueSatisfying(git -> assertThat(git.dirty()).isTrue());
    }

    @Test
    void noRepositoryNoCommitAndNoGitAreNoProblem() throws Exception {
        assertThat(repository.state(folder)).isEmpty();
        git("init");
        assertThat(repository.state(folder)).isEmpty();
        assertThat(new GitRepository("no-such-program-as-git", log.log()).state(folder))
                .isEmpty();

        assertThat(log.lines()).isEmpty();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aGitThatRefusesIsQuoted() throws Exception {
        var program = folder.resolve("git");
        Files.writeString(
                program, "#!/bin/sh\necho \"fatal: detected dubious ownership in repository\" >&2\nexit 128\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(new GitRepository(program.toString(), log.log()).state(folder))
                .isEmpty();

        assertThat(log.lines("warn"))
                .containsExactly(
                        "provenance.json names no Git commit: fatal: detected dubious ownership in repository");
    }

    private String commit() throws Exception {
        Files.createDirectory(folder.resolve("module"));
        Files.writeString(folder.resolve("module/pom.xml"), "<project/>");
        Files.writeString(folder.resolve("readme"), "digits");
        git("init");
        git("add", ".");
        git("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "--message=First");
        return git("rev-parse", "HEAD").strip();
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
