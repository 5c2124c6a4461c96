package io.github.lenet.maven.configuration;

import io.github.lenet.model.InvalidParameterException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** The parameters of the running goal: what they are called, and where their values come from. */
public final class ConfiguredGoal {

  private static final String PREFIX = "lenet.";

  private final MavenSession session;
  private final MavenProject project;
  private final MojoExecution execution;

  /**
   * Looks at an execution.
   *
   * @param session the build
   * @param project the module
   * @param execution the execution of the goal
   */
  public ConfiguredGoal(MavenSession session, MavenProject project, MojoExecution execution) {
    this.session = session;
    this.project = project;
    this.execution = execution;
  }

  /**
   * Finds settings that have no effect.
   *
   * @return a warning for each
   */
  public List<String> warnings() {
    var warnings = new ArrayList<String>(overruledProperties());
    warnings.addAll(unknownProperties(project.getProperties().stringPropertyNames()));
    return warnings;
  }

  /**
   * Explains a refused value by the place where the user wrote it.
   *
   * @param refused the value and what is wrong with it
   * @return for example {@code <epochs>0</epochs> (or -Dlenet.epochs=0) must be a whole number from 1 to 10000. ...}
   */
  public String explain(InvalidParameterException refused) {
    var name = refused.parameter();
    var value = refused.value();
    var standard = parameters(execution).get(name);
    var advice =
        Optional.ofNullable(standard)
            .map(parameter -> parameter.getAttribute("default-value"))
            .map(byDefault -> " The default is <" + name + ">" + byDefault + "</" + name + ">.")
            .orElse("");
    return "<" + name + ">" + value + "</" + name + "> (property " + PREFIX + name + ") " + refused.reason() + "." + advice;
  }

  /**
   * Finds properties of the command line that the POM overrules.
   *
   * @return a warning for each
   */
  public List<String> overruledProperties() {
    var warnings = new ArrayList<String>();
    var configured = execution.getConfiguration();
    if (configured == null) {
      return warnings;
    }
    parameters(execution)
        .forEach(
            (name, parameter) -> {
              var property = property(parameter);
              var wanted = property == null ? null : session.getUserProperties().getProperty(property);
              var element = configured.getChild(name);
              if (wanted == null || element == null) {
                return;
              }
              var effective = text(element);
              if (!effective.equals("${" + property + "}") && !effective.equals(wanted.trim())) {
                warnings.add(
                    "-D" + property + "=" + wanted + " has no effect, the POM sets <" + name + ">" + effective + "</" + name
                        + ">; move it to <properties><" + property + ">" + effective + "</" + property + ">");
              }
            });
    return warnings;
  }

  /**
   * Finds properties and elements that no goal of this plugin knows.
   *
   * @param projectProperties names of the properties that the POM sets
   * @return a warning for each
   */
  public List<String> unknownProperties(Collection<String> projectProperties) {
    var known =
        execution.getMojoDescriptor().getPluginDescriptor().getMojos().stream()
            .flatMap(mojo -> Arrays.stream(mojo.getMojoConfiguration().getChildren()))
            .map(ConfiguredGoal::property)
            .filter(property -> property != null && property.startsWith(PREFIX))
            .collect(Collectors.toCollection(TreeSet::new));
    var warnings = new ArrayList<String>();
    for (var property : session.getUserProperties().stringPropertyNames()) {
      if (property.startsWith(PREFIX) && !known.contains(property) && !projectProperties.contains(property)) {
        warnings.add(
            "-D" + property + " is no property of this plugin and has no effect; "
                + Spelling.nearest(property, known)
                    .map(nearest -> "perhaps you mean -D" + nearest)
                    .orElse("see mvn lenet:help -Ddetail"));
      }
    }
    for (var property : projectProperties) {
      // Projects may have properties of their own with this prefix, such as lenet.version: only a near miss is suspicious.
      if (property.startsWith(PREFIX) && !known.contains(property)) {
        Spelling.nearest(property, known)
            .ifPresent(
                nearest ->
                    warnings.add(
                        "the property <" + property + "> of the POM is none of this plugin and has no effect; perhaps you"
                            + " mean <" + nearest + ">"));
      }
    }
    return warnings;
  }

  private static Map<String, PlexusConfiguration> parameters(MojoExecution execution) {
    var parameters = new TreeMap<String, PlexusConfiguration>();
    for (var parameter : execution.getMojoDescriptor().getMojoConfiguration().getChildren()) {
      parameters.put(parameter.getName(), parameter);
    }
    return parameters;
  }

  /** The property of a parameter, or null. In the plugin's descriptor it stands as <code>${lenet.epochs}</code>. */
  private static String property(PlexusConfiguration parameter) {
    var expression = parameter.getValue("");
    return expression.startsWith("${" + PREFIX) ? expression.substring(2, expression.length() - 1) : null;
  }

  private static String text(Xpp3Dom element) {
    if (element.getChildCount() > 0) {
      return Arrays.stream(element.getChildren()).map(Xpp3Dom::getValue).collect(Collectors.joining(","));
    }
    return element.getValue() == null ? "" : element.getValue().trim();
  }
}
