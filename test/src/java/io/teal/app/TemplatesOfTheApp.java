package io.teal.app;

import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.StackReader;
import io.teal.rehearsal.template.TemplateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Templates of the default app and of examples, read as the rehearsal reads them. */
public final class TemplatesOfTheApp {
    private TemplatesOfTheApp() {}

    /** The template of {@code flags}, synthesized below {@code folder} and changed by {@code edit}. */
    public static StackModel model(String flags, Path folder, UnaryOperator<String> edit) throws IOException {
        return model("default", MyService.NAME, flags, folder, edit);
    }

    /** The template of stack {@code stack} of the example {@code app}, likewise. */
    public static synchronized StackModel model(
            String app, String stack, String flags, Path folder, UnaryOperator<String> edit) throws IOException {
        Path out = folder.resolve(app + Integer.toHexString(flags.hashCode()));
        if (!Files.exists(out)) {
            Apps.build(app, flags, out).synth();
        }
        String text = Files.readString(out.resolve(stack + ".template.json"));
        return StackReader.read(new TemplateReader(Map.of()).parse(edit.apply(text), flags));
    }
}
