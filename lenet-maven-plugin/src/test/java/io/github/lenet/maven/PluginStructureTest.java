package io.github.lenet.maven;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.fixtures.ArchitecturePage;
import io.github.lenet.maven.build.Builds;
import io.github.lenet.maven.build.GoalOutput;
import io.github.lenet.maven.build.PrintableLog;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the goals promise to their users, and the walls that the classes keep. */
class PluginStructureTest {

    private static final String BASE = "io.github.lenet.maven";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    /** Every room with the rooms that it may use directly; what those use, it may use as well. */
    private static final Map<String, Set<String>> ROOMS = new LinkedHashMap<>();

    static {
        ROOMS.put("build", Set.of());
        ROOMS.put("configuration", Set.of("build"));
        ROOMS.put("artifact", Set.of());
        ROOMS.put("dataset", Set.of("artifact", "configuration"));
        ROOMS.put("model", Set.of("artifact", "configuration"));
        ROOMS.put("backend", Set.of("build"));
        ROOMS.put("worker", Set.of("build"));
        ROOMS.put("spark", Set.of("worker"));
        ROOMS.put("onnx", Set.of("backend", "worker"));
        ROOMS.put("inference", Set.of("dataset", "model", "onnx"));
        ROOMS.put("training", Set.of("dataset", "model", "backend", "worker"));
        ROOMS.put("tuning", Set.of("dataset", "backend", "spark"));
        ROOMS.put("gate", Set.of("dataset"));
        ROOMS.put("verification", Set.of("gate", "training", "onnx"));
        ROOMS.put("aggregation", Set.of("gate", "training"));
    }

    /** What no property of the command line could hold. */
    private static final Set<String> STRUCTURED = Set.of("evaluations", "jdkToolchain", "rules", "sparkConf");

    static Stream<Arguments> parameters() throws Exception {
        return goals().stream()
                .flatMap(goal -> goal.getParameters().stream()
                        .filter(Parameter::isEditable)
                        .map(parameter -> Arguments.of(goal.getGoal(), parameter.getName(), goal, parameter)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("parameters")
    void everyParameterIsDocumentedAndNamedAsAProperty(
            String goalName, String name, MojoDescriptor goal, Parameter parameter) {
        assertThat(parameter.getSince()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(parameter.getDescription()).endsWith(".").hasSizeGreaterThan(20);
        if (!STRUCTURED.contains(name)) {
            assertThat(goal.getMojoConfiguration().getChild(name).getValue("")).isEqualTo("${lenet." + name + "}");
        }
    }

    @Test
    void everyRoomSaysWhereAValueMayBeNull() {
        var rooms = Stream.concat(Stream.of(BASE), ROOMS.keySet().stream().map(room -> BASE + "." + room));

        assertThat(rooms).allMatch(room -> CLASSES.getPackage(room).isAnnotatedWith(NullMarked.class));
    }

    /** Whoever knows a parameter from one goal knows it from all. */
    @Test
    void aParameterHasTheSamePropertyTypeAndDefaultInEveryGoal() throws Exception {
        var declarations = new TreeMap<String, Set<String>>();
        for (var goal : goals()) {
            for (var parameter : goal.getParameters()) {
                var value = goal.getMojoConfiguration().getChild(parameter.getName(), false);
                declarations
                        .computeIfAbsent(parameter.getName(), name -> new TreeSet<>())
                        .add(String.join(
                                " ",
                                parameter.getType(),
                                parameter.getSince(),
                                value == null ? "" : value.getValue("") + " " + value.getAttribute("default-value")));
            }
        }
        // A model knows how its own pictures were prepared, and mostly their size.
        declarations.remove("imagePreparation");
        declarations.remove("imageSize");

        assertThat(declarations)
                .allSatisfy((name, different) -> assertThat(different).as(name).hasSize(1));
    }

    /** A mojo has the parameters of its superclasses, and of these there is one line only. */
    @Test
    void aParameterIsDeclaredOnceUnlessItsGoalsHaveNoOtherSuperclassInCommon() {
        var owners = parameterFields()
                .collect(groupingBy(
                        JavaField::getName, mapping(field -> field.getOwner().getSimpleName(), toSet())));
        owners.values().removeIf(classes -> classes.size() == 1);

        var model = Set.of("AbstractModelMojo", "ExportMojo", "PredictMojo", "ReproduceMojo");
        var gate = Set.of("VerifyAggregateMojo", "VerifyMojo");
        var onnx = Set.of("AbstractModelMojo", "PredictMojo");
        var worker = Set.of("AbstractModelMojo", "AbstractTrainingMojo", "PredictMojo");
        assertThat(owners)
                .containsOnly(
                        entry("modelArtifact", model),
                        entry("modelFile", model),
                        entry("classifier", Set.of("ExportMojo", "TrainMojo")),
                        entry("haltOnFailure", gate),
                        entry("minimumAccuracy", gate),
                        entry("rules", gate),
                        entry("skipVerify", gate),
                        // lenet:report has their superclass as well, but measures nothing.
                        entry("slices", Set.of("EvaluateMojo", "VerifyMojo")),
                        entry("name", Set.of("AbstractVerificationMojo", "TuneMojo", "VerifyAggregateMojo")),
                        entry(
                                "outputDirectory",
                                Set.of("AbstractOutputMojo", "ExportMojo", "PredictMojo", "VerifyAggregateMojo")),
                        entry("imagePreparation", Set.of("AbstractDatasetMojo", "PredictMojo")),
                        entry("imageSize", Set.of("AbstractDatasetMojo", "PredictMojo")),
                        entry("jdkToolchain", worker),
                        entry("jvmArgs", worker),
                        entry("onnxLayout", onnx),
                        entry("onnxMean", onnx),
                        entry("onnxOutput", onnx),
                        entry("onnxStandardDeviation", onnx));
    }

    @Test
    void everyParameterIsReadBySomething() {
        var unread = parameterFields().filter(field -> !isRead(field)).map(JavaField::getFullName);

        assertThat(unread).isEmpty();
    }

    /** Maven takes every text but {@code true} for false, and only the parameters themselves are looked at before. */
    @Test
    void noElementBelowAParameterIsABoolean() {
        var elements =
                parameterFields().flatMap(PluginStructureTest::elementsBelow).toList();
        assertThat(elements)
                .extracting(JavaClass::getSimpleName)
                .contains("EvaluationConfiguration", "RuleConfiguration");

        var booleans = elements.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> Set.of("boolean", "java.lang.Boolean")
                        .contains(field.getRawType().getName()))
                .map(JavaField::getFullName);

        assertThat(booleans).isEmpty();
    }

    @Test
    void everyGoalIsThreadSafeAndHasTheAgreedPhase() throws Exception {
        assertThat(goals())
                .allSatisfy(goal -> assertThat(goal.isThreadSafe()).isTrue())
                .extracting(MojoDescriptor::getGoal, MojoDescriptor::getPhase)
                .containsExactlyInAnyOrder(
                        tuple("download", null),
                        tuple("evaluate", null),
                        tuple("explore", null),
                        tuple("export", null),
                        tuple("predict", null),
                        tuple("report", null),
                        tuple("reproduce", null),
                        tuple("train", "process-classes"),
                        tuple("tune", null),
                        tuple("verify", "verify"),
                        tuple("verify-aggregate", "verify"));
        assertThat(Builds.plugin().getMojo("help").isThreadSafe()).isTrue();
        assertThat(Builds.plugin().getGoalPrefix()).isEqualTo("lenet");
    }

    @Test
    void theGoalsThatConcernNoModuleRunOnce() throws Exception {
        assertThat(goals())
                .filteredOn(MojoDescriptor::isProjectRequired)
                .extracting(MojoDescriptor::getGoal)
                .containsExactly("verify-aggregate");
        assertThat(goals())
                .filteredOn(MojoDescriptor::isAggregator)
                .extracting(MojoDescriptor::getGoal)
                .containsExactlyInAnyOrder("download", "explore", "predict");
    }

    @Test
    void noClassKnowsDeeplearning4j() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.deeplearning4j..",
                        "org.nd4j..",
                        "org.bytedeco..",
                        "ai.onnxruntime..",
                        "io.github.lenet.onnxruntime..",
                        "io.github.lenet.training..")
                .check(CLASSES);
    }

    /** What comes from outside stands in many messages, so none may go around {@link PrintableLog}. */
    @Test
    void everyMessageIsMadePrintable() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(AbstractLenetMojo.class)
                .should()
                .callMethod(AbstractMojo.class, "getLog")
                .check(CLASSES);
        noClasses()
                .that()
                .doNotBelongToAnyOf(PrintableLog.class)
                .should()
                .implement(Log.class)
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.slf4j..")
                .check(CLASSES);
        // Commands are no messages, and GithubAnnotations makes them printable; so does GoalOutput its lines.
        noClasses()
                .that()
                .doNotBelongToAnyOf(GoalOutput.class, VerifyMojo.class, VerifyAggregateMojo.class)
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }

    @Test
    void nothingInTheCacheIsReachedPastItsFolders() {
        noClasses().should().callMethod(CacheDirectory.class, "path").check(CLASSES);
    }

    @Test
    void everyGoalIsFinal() {
        classes()
                .that()
                .areAssignableTo(AbstractLenetMojo.class)
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .andShould()
                .resideInAPackage(BASE)
                .check(CLASSES);
    }

    /** The goals, which use every room, are in none: they lie in the package above. */
    @Test
    void everyPackageIsAKnownRoom() {
        assertThat(CLASSES)
                .extracting(JavaClass::getPackageName)
                .filteredOn(name -> !name.equals(BASE))
                .extracting(name -> name.substring(BASE.length() + 1))
                .containsOnly(ROOMS.keySet().toArray(String[]::new));
    }

    @Test
    void thePageOfTheArchitectureShowsThisHouse() throws IOException {
        assertThat(ArchitecturePage.arrows("lenet-maven-plugin")).isEqualTo(ROOMS);
        assertThat(ArchitecturePage.rows("lenet-maven-plugin")).containsExactlyElementsOf(ROOMS.keySet());
    }

    @Test
    void everyRoomUsesOnlyTheRoomsBelowIt() {
        for (var room : ROOMS.keySet()) {
            var allowed = reachable(room).stream()
                    .map(name -> BASE + "." + name + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(BASE + "." + room + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage(BASE + "..").and(not(resideInAnyPackage(allowed))))
                    .check(CLASSES);
        }
    }

    @Test
    void roomsFormNoCircle() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    private static Set<String> reachable(String room) {
        var found = new TreeSet<>(Set.of(room));
        ROOMS.get(room).forEach(lower -> found.addAll(reachable(lower)));
        return found;
    }

    private static List<MojoDescriptor> goals() throws Exception {
        return Builds.plugin().getMojos().stream()
                .filter(goal -> !goal.getGoal().equals("help"))
                .toList();
    }

    private static Stream<JavaField> parameterFields() {
        return CLASSES.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.isAnnotatedWith(org.apache.maven.plugins.annotations.Parameter.class))
                .filter(field -> !field.getOwner().getSimpleName().equals("HelpMojo"));
    }

    /** The types of this plugin that Maven fills from the elements below a parameter. */
    private static Stream<JavaClass> elementsBelow(JavaField field) {
        return field.getType().getAllInvolvedRawTypes().stream()
                .filter(type -> type.getPackageName().startsWith(BASE))
                .flatMap(type -> Stream.concat(
                        Stream.of(type), type.getFields().stream().flatMap(PluginStructureTest::elementsBelow)));
    }

    private static boolean isRead(JavaField field) {
        return field.getAccessesToSelf().stream()
                .map(JavaFieldAccess::getAccessType)
                .anyMatch(AccessType.GET::equals);
    }
}
