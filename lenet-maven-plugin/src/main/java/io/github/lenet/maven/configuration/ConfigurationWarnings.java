package io.github.lenet.maven.configuration;

import static io.github.lenet.maven.configuration.GoalParameters.PREFIX;
import static io.github.lenet.maven.configuration.GoalParameters.element;
import static io.github.lenet.text.Formatting.format;

import io.github.lenet.maven.build.Invocation;
import io.github.lenet.maven.build.ModuleNotes;
import io.github.lenet.parameter.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Finds settings that Maven takes without a word and that have no effect. */
public final class ConfigurationWarnings {

    private final Invocation invocation;
    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;

    /**
     * Knows what was written for one run of a goal.
     *
     * @param invocation the run
     */
    public ConfigurationWarnings(Invocation invocation) {
        this.invocation = invocation;
        this.session = invocation.session();
        this.project = invocation.project();
        this.execution = invocation.execution();
    }

    /**
     * Finds those that this build has not shown yet: each goal of each module finds most of them again.
     *
     * @return a warning for each
     */
    public List<String> list() {
        var shown = ModuleNotes.of(Objects.requireNonNullElse(session.getTopLevelProject(), project), "warnings");
        return all().stream()
                .filter(warning -> shown.putIfAbsent(warning, invocation.id()) == null)
                .toList();
    }

    private List<String> all() {
        var warnings = new ArrayList<String>();
        warnings.addAll(overruledProperties());
        warnings.addAll(unknownUserProperties());
        warnings.addAll(unknownProjectProperties());
        warnings.addAll(unknownElements());
        invocation.missedConfiguration().ifPresent(warnings::add);
        return warnings;
    }

    /** An explicit {@code <configuration>} beats the command line. */
    private List<String> overruledProperties() {
        var warnings = new ArrayList<String>();
        var configuration = execution.getConfiguration();
        if (configuration == null) {
            return warnings;
        }
        new GoalParameters(execution.getMojoDescriptor()).properties().forEach((name, property) -> {
            var wanted = session.getUserProperties().getProperty(property);
            var configured = configuration.getChild(name);
            if (wanted == null || configured == null) {
                return;
            }
            var effective = text(configured);
            // Where the POM says nothing, Maven has put the expression there.
            if (!effective.equals("${" + property + "}") && !effective.equals(wanted.strip())) {
                warnings.add("-D" + property + "=" + shown(wanted) + " has no effect, the POM sets "
                        + element(name, shown(effective)) + "; move it to <properties>"
                        + element(property, shown(effective)));
            }
        });
        return warnings;
    }

    private List<String> unknownUserProperties() {
        var own = project.getProperties().stringPropertyNames();
        return unknown(session.getUserProperties().stringPropertyNames())
                .filter(property -> !own.contains(property))
                .map(property -> "-D" + property + " is no property of this plugin and has no effect; "
                        + Spelling.nearest(property, knownProperties())
                                .map(nearest -> "perhaps you mean -D" + nearest)
                                .orElse("mvn lenet:help -Ddetail lists them"))
                .toList();
    }

    /**
     * A POM may have properties of its own with our prefix, such as {@code lenet.version}: only a near miss is
     * suspicious.
     */
    private List<String> unknownProjectProperties() {
        return unknown(project.getProperties().stringPropertyNames())
                .flatMap(property -> Spelling.nearest(property, knownProperties()).stream()
                        .map(nearest -> format(
                                "<%s> in <properties> is no property of this plugin and has no effect; perhaps you"
                                        + " mean <%s>",
                                property, nearest)))
                .toList();
    }

    /** Maven warns of these itself since 3.9, but does not say what might be meant. */
    private List<String> unknownElements() {
        var known = GoalParameters.names(execution.getMojoDescriptor().getPluginDescriptor());
        var elements = new TreeSet<String>();
        invocation.plugin().stream()
                .flatMap(plugin -> Stream.concat(Stream.of(plugin), plugin.getExecutions().stream()))
                .map(ConfigurationContainer::getConfiguration)
                .filter(Xpp3Dom.class::isInstance)
                .flatMap(configuration -> Arrays.stream(((Xpp3Dom) configuration).getChildren()))
                .forEach(child -> elements.add(child.getName()));
        elements.removeAll(known);
        return elements.stream()
                .map(element -> "<" + element + "> is no parameter of this plugin and has no effect; "
                        + Spelling.nearest(element, known)
                                .map(nearest -> "perhaps you mean <" + nearest + ">")
                                .orElse("mvn lenet:help -Ddetail lists them"))
                .toList();
    }

    private Stream<String> unknown(Collection<String> properties) {
        var known = knownProperties();
        return properties.stream()
                .filter(property -> property.startsWith(PREFIX) && !known.contains(property))
                .sorted();
    }

    private Collection<String> knownProperties() {
        return GoalParameters.properties(execution.getMojoDescriptor().getPluginDescriptor());
    }

    /** A value, unless it may be an address with a password or a key in it, which no log should show. */
    private static String shown(String value) {
        return value.contains("@") || (value.contains("://") && value.contains("?")) ? "..." : value;
    }

    /** What a property would hold: of a list, such as that of sources, its values; of a map its names as well. */
    private static String text(Xpp3Dom element) {
        if (element.getChildCount() > 0) {
            var isList = element.getName().equals(element.getChild(0).getName() + "s");
            return Arrays.stream(element.getChildren())
                    .map(child -> isList ? child.getValue() : child.getName() + "=" + child.getValue())
                    .collect(Collectors.joining(isList ? "," : "; "));
        }
        return element.getValue() == null ? "" : element.getValue().strip();
    }
}
