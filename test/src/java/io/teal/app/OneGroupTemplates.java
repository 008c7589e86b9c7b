package io.teal.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.examples.FromOneGroup;
import io.teal.examples.FromOneGroup.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/** The stack of {@link FromOneGroup} on its way, synthesized below a folder. */
public final class OneGroupTemplates {
    private final Path out;

    /** Synthesizes into folders of {@code out}. */
    public OneGroupTemplates(Path out) {
        this.out = out;
    }

    /** The template of {@code step} with {@code release}, flags as {@code name=value} with blanks between. */
    public Map<String, Object> template(Step step, String release) {
        Map<String, Object> context = new HashMap<>();
        for (String flag : release.split(" ")) {
            context.put(flag.split("=")[0], flag.split("=")[1]);
        }
        App app = new App(AppProps.builder()
                .context(context)
                .outdir(out.resolve(step + "-" + release.hashCode()).toString())
                .build());
        Stack stack = new Stack(app, "shop");
        FromOneGroup.fill(stack, step);
        return Template.fromStack(stack).toJSON();
    }

    /** The same as text. */
    public String text(Step step, String release) throws IOException {
        return new ObjectMapper().writeValueAsString(template(step, release));
    }
}
