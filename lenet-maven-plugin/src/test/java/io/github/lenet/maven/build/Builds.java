package io.github.lenet.maven.build;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.ReaderFactory;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.eclipse.aether.RepositorySystemSession;

/** Builds, modules and executions as Maven hands them to a goal, from what stands in a POM and on a command line. */
public final class Builds {

    private Builds() {}

    /** A build of some modules, with {@code -D} properties such as {@code lenet.epochs=2}. */
    public static MavenSession session(List<MavenProject> modules, String... userProperties) {
        return session(null, modules, userProperties);
    }

    /** A build with repositories. */
    @SuppressWarnings("deprecation")
    public static MavenSession session(
            RepositorySystemSession repositories, List<MavenProject> modules, String... userProperties) {
        var properties = new Properties();
        for (var property : userProperties) {
            var parts = property.split("=", 2);
            properties.setProperty(parts[0], parts[1]);
        }
        var request = new DefaultMavenExecutionRequest()
                .setBaseDirectory(new File("").getAbsoluteFile())
                .setUserProperties(properties)
                .setSystemProperties(new Properties());
        var session = new MavenSession(null, repositories, request, new DefaultMavenExecutionResult());
        session.setProjects(modules);
        session.setAllProjects(modules);
        return session;
    }

    /** A module with the children of {@code <project>} that are given. */
    public static MavenProject module(String xml) throws Exception {
        return new MavenProject(new MavenXpp3Reader().read(new StringReader("<project>" + xml + "</project>")));
    }

    /** The project that Maven makes up where there is no POM. */
    public static MavenProject withoutPom() throws Exception {
        return module("<groupId>org.apache.maven</groupId><artifactId>standalone-pom</artifactId><version>1</version>"
                + "<packaging>pom</packaging><build><directory>${project.basedir}/target</directory></build>");
    }

    /** A module that lists this plugin, with what is given in its {@code <plugin>}. */
    public static MavenProject moduleWithPlugin(String xml) throws Exception {
        return module(
                "<build><plugins><plugin><groupId>io.github.lenet</groupId><artifactId>lenet-maven-plugin</artifactId>"
                        + xml + "</plugin></plugins></build>");
    }

    /** A goal that is bound to a phase, with the complete configuration that Maven made for it. */
    public static MojoExecution execution(String goal, String id, String configuration) throws Exception {
        return execution(goal, id, configuration, MojoExecution.Source.LIFECYCLE);
    }

    /** A goal of the command line. */
    public static MojoExecution direct(String goal, String id) throws Exception {
        return execution(goal, id, "", MojoExecution.Source.CLI);
    }

    private static MojoExecution execution(String goal, String id, String configuration, MojoExecution.Source source)
            throws Exception {
        var execution = new MojoExecution(plugin().getMojo(goal), id, source);
        execution.setConfiguration(
                Xpp3DomBuilder.build(new StringReader("<configuration>" + configuration + "</configuration>")));
        return execution;
    }

    /** The descriptor that this build has generated. */
    public static PluginDescriptor plugin() throws Exception {
        try (var in = Builds.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            if (in == null) {
                throw new IOException("no plugin descriptor: it is made in the phase process-classes");
            }
            return new PluginDescriptorBuilder().build(ReaderFactory.newReader(in, StandardCharsets.UTF_8.name()));
        }
    }
}
