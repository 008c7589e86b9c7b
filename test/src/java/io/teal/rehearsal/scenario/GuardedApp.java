package io.teal.rehearsal.scenario;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.CutoverOptions;
import io.teal.constructs.Delivery;
import io.teal.constructs.ReleaseContext;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.StackReader;
import io.teal.rehearsal.template.TemplateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;

/** Templates of a service, with or without a guard of a day. */
public final class GuardedApp {
    private static final Map<String, String> MADE = new HashMap<>();
    private static final String NAME = "guarded";

    private GuardedApp() {}

    /** The template of {@code flags} with a guard, changed by {@code edit}. */
    public static StackModel with(String flags, UnaryOperator<String> edit) throws IOException {
        return read(edit.apply(text(flags, true)));
    }

    /** The same without a guard. */
    static StackModel without(String flags) throws IOException {
        return read(text(flags, false));
    }

    private static StackModel read(String text) {
        return StackReader.read(new TemplateReader(Map.of()).parse(text, NAME));
    }

    private static synchronized String text(String flags, boolean guard) throws IOException {
        String key = guard + " " + flags;
        if (!MADE.containsKey(key)) {
            MADE.put(key, made(flags, guard));
        }
        return MADE.get(key);
    }

    private static String made(String flags, boolean guard) throws IOException {
        Path out = Path.of("src", "target", "guarded", Integer.toHexString((guard + flags).hashCode()));
        Map<String, Object> context = new TreeMap<>(Stream.of(flags.split(" "))
                .map(flag -> flag.split("=", 2))
                .collect(Collectors.toMap(flag -> flag[0], flag -> flag[1])));
        App app = new App(AppProps.builder()
                .context(context)
                .outdir(out.toString())
                .analyticsReporting(false)
                .build());
        Stack stack = new Stack(app, NAME);
        CutoverOptions.Builder options = CutoverOptions.builder();
        BlueGreenService.Builder.create(stack, "Service")
                .serviceName(NAME)
                .release(ReleaseContext.of(stack, NAME))
                .vpc(Vpc.Builder.create(stack, "Vpc").maxAzs(2).build())
                .delivery(Delivery.images(Map.of(
                        "1.0.0", Map.of("eu-west-1", "ami-00000000000000001"),
                        "2.0.0", Map.of("eu-west-1", "ami-00000000000000002"))))
                .cutover((guard ? options.guard(Duration.hours(24)) : options).build())
                .build();
        app.synth();
        return Files.readString(out.resolve(NAME + ".template.json"));
    }
}
