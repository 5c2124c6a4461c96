package io.github.lenet.maven.configuration;

import io.github.lenet.maven.build.Invocation;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.File;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The values of a goal as the POM, the command line or the settings have them, before Maven converts them. Its
 * conversion refuses a number with letters, but takes every text except {@code true} for false, and a file without a
 * name for the folder of the module.
 */
public final class WrittenValues {

    private static final Set<String> BOOLEANS = Set.of("boolean", Boolean.class.getName());

    private static final Set<String> FILES = Set.of(File.class.getName());

    private final MojoExecution execution;
    private final PluginParameterExpressionEvaluator evaluator;

    /**
     * Knows what was written for one run of a goal.
     *
     * @param invocation the run, with the complete configuration that Maven has made for it
     */
    public WrittenValues(Invocation invocation) {
        this.execution = invocation.execution();
        this.evaluator = new PluginParameterExpressionEvaluator(invocation.session(), execution);
    }

    /**
     * Refuses what is neither {@code true} nor {@code false}, in exactly these letters. {@code -Dlenet.force} alone is
     * {@code true} for Maven.
     *
     * @throws InvalidParameterException if a parameter of the type boolean has another value, or an empty one
     */
    public void requireBooleans() {
        values(BOOLEANS)
                .filter(value -> !value.text.equals("true") && !value.text.equals("false"))
                .forEach(value -> {
                    throw new InvalidParameterException(value.parameter, value.text, "must be true or false");
                });
    }

    /**
     * Refuses a file without a name, as {@code -Dlenet.modelFile=} gives it.
     *
     * @throws InvalidParameterException if a parameter of the type {@link File} is empty
     */
    public void requireNamesOfFiles() {
        values(FILES).filter(value -> value.text.isBlank()).forEach(value -> {
            throw new InvalidParameterException(
                    value.parameter, value.text, "must name a file or folder, or be left out");
        });
    }

    /**
     * Tells a value that somebody chose from a default.
     *
     * @param parameter name of a parameter
     * @return whether the POM, the command line or the settings give it a value
     */
    public boolean isWritten(String parameter) {
        return Stream.ofNullable(execution.getConfiguration())
                .flatMap(configuration -> Stream.ofNullable(configuration.getChild(parameter)))
                .anyMatch(element -> text(element.getValue()).isPresent());
    }

    /**
     * The texts of the parameters of some types, without those that are left out and have their default. For Maven, an
     * empty element in a POM is left out, and one with others in it is an error.
     */
    private Stream<Value> values(Set<String> types) {
        var configuration = execution.getConfiguration();
        return configuration == null
                ? Stream.empty()
                : Arrays.stream(execution
                                .getMojoDescriptor()
                                .getMojoConfiguration()
                                .getChildren())
                        .filter(parameter -> types.contains(parameter.getAttribute("implementation")))
                        .map(PlexusConfiguration::getName)
                        .flatMap(parameter -> Stream.ofNullable(configuration.getChild(parameter))
                                .flatMap(element -> text(element.getValue()).stream())
                                .map(text -> new Value(parameter, text)));
    }

    /**
     * What Maven makes of a text.
     *
     * @param written a text that may have expressions in it, or be one, or null
     * @return the text that is meant; empty if there is none, as for a property that nobody has set
     */
    public Optional<String> text(@Nullable String written) {
        try {
            return written != null && evaluator.evaluate(written) instanceof String text
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (ExpressionEvaluationException e) {
            // Maven itself has said so.
            return Optional.empty();
        }
    }

    private record Value(String parameter, String text) {}
}
