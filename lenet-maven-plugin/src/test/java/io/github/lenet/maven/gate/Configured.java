package io.github.lenet.maven.gate;

import java.io.File;
import java.io.StringReader;
import java.util.List;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;

/** The structured parameters of a goal, into which Maven's own configurator writes what stands in a POM. */
final class Configured {

    private List<EvaluationConfiguration> evaluations;
    private List<RuleConfiguration> rules;

    private Configured() {}

    /** Writes the children of a {@code <configuration>}. */
    static Configured from(String xml) throws Exception {
        var configured = new Configured();
        var configuration = Xpp3DomBuilder.build(new StringReader("<configuration>" + xml + "</configuration>"));
        var realm = new ClassWorld("test", Configured.class.getClassLoader()).getRealm("test");
        new BasicComponentConfigurator()
                .configureComponent(configured, new XmlPlexusConfiguration(configuration), new Literal(), realm, null);
        return configured;
    }

    List<EvaluationConfiguration> evaluations() {
        return evaluations;
    }

    List<RuleConfiguration> rules() {
        return rules;
    }

    /** Takes every text for what it says. */
    private static final class Literal implements ExpressionEvaluator {

        @Override
        public Object evaluate(String expression) {
            return expression;
        }

        @Override
        public File alignToBaseDirectory(File file) {
            return file;
        }
    }
}
