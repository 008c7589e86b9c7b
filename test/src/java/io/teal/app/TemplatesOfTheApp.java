package io.teal.app;

import io.teal.rehearsal.model.StackModel;
import io.teal.rehearsal.reading.StackReader;
import io.teal.rehearsal.template.TemplateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Templates of the default app, read as the rehearsal reads them. */
public final class TemplatesOfTheApp {
    private TemplatesOfTheApp() {}

    /** The template of {@code flags}, synthesized below {@code folder} and changed by {@code edit}. */
    public static StackModel model(String flags, Path folder, UnaryOperator<String> edit) throws IOException {
        return read(text(new App("default", MyService.NAME), flags, folder), flags, edit);
    }

    /** The template of an example's stack. */
    public static StackModel ofExample(String name, String stack, String flags, Path folder) throws IOException {
        return read(text(new App(name, stack), flags, folder), flags, UnaryOperator.identity());
    }

    private record App(String name, String stack) {}

    private static String text(App app, String flags, Path folder) throws IOException {
        Path out = folder.resolve(app.name() + Integer.toHexString(flags.hashCode()));
        if (!Files.exists(out)) {
            Apps.build(app.name(), flags, out).synth();
        }
        return Files.readString(out.resolve(app.stack() + ".template.json"));
    }

    private static StackModel read(String text, String flags, UnaryOperator<String> edit) throws IOException {
        return StackReader.read(new TemplateReader(Map.of()).parse(edit.apply(text), flags));
    }
}
