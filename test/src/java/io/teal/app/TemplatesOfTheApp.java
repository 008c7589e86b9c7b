package io.teal.app;

import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.StackReader;
import io.teal.rehearsal.template.TemplateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Templates of the default app and of examples, read as the rehearsal reads them. */
public final class TemplatesOfTheApp {
    private TemplatesOfTheApp() {}

    /** The template of {@code flags}, changed by {@code edit}. */
    public static StackModel model(String flags, UnaryOperator<String> edit) throws IOException {
        return model("default", MyService.NAME, flags, edit);
    }

    /** The template of stack {@code stack} of the example {@code app}, likewise. */
    public static StackModel model(String app, String stack, String flags, UnaryOperator<String> edit)
            throws IOException {
        return parsed(edit.apply(text(app, stack, flags)), flags);
    }

    /** The template {@code text}, called {@code name} in messages. */
    public static StackModel parsed(String text, String name) throws IOException {
        return StackReader.read(new TemplateReader(Map.of()).parse(text, name));
    }

    /** The text of that template. */
    public static String text(String app, String stack, String flags) throws IOException {
        return Files.readString(Assemblies.of(app, flags).resolve(stack + ".template.json"));
    }

    /** The folder that {@code cdk synth} would write for the app {@code app} with {@code flags}. */
    public static Path assembly(String app, String flags) {
        return Assemblies.of(app, flags);
    }

    /** The apps with one stack that has a service with two colours. */
    public static Stream<String> ofOneServiceWithColors() {
        Set<String> others = Set.of("several-services", "rolling", "in-place", "image-pipeline");
        return Apps.BY_NAME.keySet().stream().filter(name -> !others.contains(name));
    }
}
