package io.github.lenet.maven.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkplaceTest {

    private static final Path HERE = Path.of("").toAbsolutePath();

    @Test
    void isTheFolderOfAModule() throws Exception {
        var module = Builds.module("<artifactId>digits</artifactId>");
        module.setFile(new File("modules/digits/pom.xml").getAbsoluteFile());

        var workplace = workplace(module, HERE);

        assertThat(workplace.isModule()).isTrue();
        assertThat(workplace.folder()).isEqualTo(HERE.resolve("modules/digits"));
        assertThat(workplace.resolve(new File("/models/lenet"))).isEqualTo(Path.of("/models/lenet"));
        assertThat(workplace.name("digits")).isEqualTo("digits");
    }

    @Test
    void namesFilesByTheirPlaceInTheModule() {
        assertThat(Workplace.pathWithin(HERE, Path.of("target", "..", "models", "a.csv")))
                .hasValue("models/a.csv");
        assertThat(Workplace.pathWithin(HERE, HERE.resolveSibling("a.csv"))).isEmpty();
    }

    @Test
    void isTheWorkingDirectoryWhereThereIsNoPom() throws Exception {
        var workplace = workplace(Builds.withoutPom(), HERE);

        assertThat(workplace.isModule()).isFalse();
        assertThat(workplace.folder()).isEqualTo(HERE);
        assertThat(workplace.resolve(
                        HERE.resolve("${project.basedir}/target/lenet").toFile()))
                .as("the default as Maven hands it over")
                .isEqualTo(HERE.resolve("target/lenet"));
        assertThat(workplace.resolve(HERE.resolve("models").toFile())).isEqualTo(HERE.resolve("models"));
    }

    @ParameterizedTest
    @CsvSource({"/home/ada/digits, digits", "/home/ada/Meine Ziffern (grün), Meine-Ziffern--gr-n-", "/, lenet"})
    void isNamedByItsFolderWhereThereIsNoPom(Path folder, String name) throws Exception {
        var workplace = workplace(Builds.withoutPom(), folder);

        assertThat(workplace.name("standalone-pom")).isEqualTo(name);
        assertThat(workplace.name("mine")).as("a name that the user chose").isEqualTo("mine");
    }

    @Test
    void namesItselfWhereSeveralModulesSpeakAtOnce() throws Exception {
        var module = Builds.module("<artifactId>digits</artifactId>");
        var build = Builds.session(List.of(module, Builds.module("<artifactId>letters</artifactId>")));

        assertThat(new Workplace(build, module).speaker()).isEmpty();
        build.getRequest().setDegreeOfConcurrency(2);
        assertThat(new Workplace(build, module).speaker()).isEqualTo("[digits] ");
        build.setProjects(List.of(module));
        assertThat(new Workplace(build, module).speaker())
                .as("a module that is built alone")
                .isEmpty();
    }

    private static Workplace workplace(MavenProject project, Path workingDirectory) {
        var session = Builds.session(List.of(project));
        session.getRequest().setBaseDirectory(workingDirectory.toFile());
        return new Workplace(session, project);
    }
}
