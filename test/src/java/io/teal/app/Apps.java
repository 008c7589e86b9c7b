package io.teal.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.examples.BehindExistingListener;
import io.teal.examples.BehindNetworkLoadBalancer;
import io.teal.examples.HttpsWithSsmImage;
import io.teal.examples.InPlace;
import io.teal.examples.NewEverything;
import io.teal.examples.Rolling;
import io.teal.examples.SameHost;
import io.teal.examples.SeveralServices;
import io.teal.examples.WithCodeDeploy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** Every app that this repository ships, with the context of its own {@code cdk.json} and the flags of a release. */
@SuppressWarnings("unchecked")
final class Apps {
    /** The life of two releases, as flags. */
    static final List<String> LIFE = List.of(
            "activeColor=blue blueVersion=1.0.0",
            "activeColor=blue blueVersion=1.0.0 greenVersion=2.0.0",
            "activeColor=blue blueVersion=1.0.0 greenVersion=2.0.0 candidatePercent=10",
            "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0",
            "activeColor=green blueVersion=none greenVersion=2.0.0");

    /** Adds an app's constructs to an app. */
    static final Map<String, Consumer<App>> BY_NAME = new TreeMap<>(Map.of(
            "default",
            app -> new ServiceStack(app, MyService.NAME),
            "existing-listener",
            BehindExistingListener::stack,
            "https-with-ssm-image",
            HttpsWithSsmImage::stack,
            "in-place",
            InPlace::stack,
            "network-load-balancer",
            BehindNetworkLoadBalancer::stack,
            "new-everything",
            NewEverything::stack,
            "rolling",
            Rolling::stack,
            "same-host",
            SameHost::stack,
            "several-services",
            app -> SeveralServices.environments(app, Path.of("examples/several-services/releases")),
            "with-codedeploy",
            WithCodeDeploy::stack));

    /** The same for one fleet. */
    private static final List<String> ONE_FLEET = List.of("version=1.0.0", "version=2.0.0");

    private static final Map<String, Path> ASSEMBLIES = new HashMap<>();

    private Apps() {}

    /** The app called {@code name}, not yet synthesized; {@code flags} are {@code name=value} words. */
    static App build(String name, String flags, Path out) {
        App app = new App(AppProps.builder()
                .context(context(name, flags))
                .outdir(out.toString())
                .analyticsReporting(false)
                .build());
        BY_NAME.get(name).accept(app);
        return app;
    }

    /** Where the app called {@code name} is synthesized with {@code flags}, once for all tests: to be read only. */
    static synchronized Path assembly(String name, String flags) {
        return ASSEMBLIES.computeIfAbsent(name + " " + flags, key -> {
            Path out = Path.of("src", "target", "assemblies", name, Integer.toHexString(flags.hashCode()));
            build(name, flags, out).synth();
            return out;
        });
    }

    /** The flags that each app is tried with: those with release files need none. */
    static List<String> flags(String name) {
        return switch (name) {
            case "several-services" -> List.of("");
            case "rolling", "in-place" -> ONE_FLEET;
            default -> LIFE;
        };
    }

    static Map<String, Object> context(String name, String flags) {
        Path folder = name.equals("default") ? Path.of("") : Path.of("examples", name);
        try {
            Map<String, Object> cdkJson =
                    new ObjectMapper().readValue(folder.resolve("cdk.json").toFile(), Map.class);
            Map<String, Object> context = new TreeMap<>((Map<String, Object>) cdkJson.get("context"));
            for (String flag : flags.isBlank() ? new String[0] : flags.split(" ")) {
                String[] parts = flag.split("=", 2);
                context.put(parts[0], parts[1]);
            }
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
