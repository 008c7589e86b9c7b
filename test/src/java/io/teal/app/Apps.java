package io.teal.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.examples.BehindExistingListener;
import io.teal.examples.BehindNetworkLoadBalancer;
import io.teal.examples.BetaUsers;
import io.teal.examples.GrpcService;
import io.teal.examples.HttpsWithSsmImage;
import io.teal.examples.InPlace;
import io.teal.examples.Lab;
import io.teal.examples.LoginAndFirewall;
import io.teal.examples.NewEverything;
import io.teal.examples.QuarterByQuarter;
import io.teal.examples.Rolling;
import io.teal.examples.SameHost;
import io.teal.examples.SeveralServices;
import io.teal.examples.SharedSessions;
import io.teal.examples.ShopImages;
import io.teal.examples.SmallStandby;
import io.teal.examples.SpotHosts;
import io.teal.examples.StickySessions;
import io.teal.examples.WithCodeDeploy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
    static final Map<String, Consumer<App>> BY_NAME = new TreeMap<>(Map.ofEntries(
            entry("beta", BetaUsers::stack),
            entry("default", app -> new ServiceStack(app, MyService.NAME)),
            entry("existing-listener", BehindExistingListener::stack),
            entry("grpc", GrpcService::stack),
            entry("https-with-ssm-image", HttpsWithSsmImage::stack),
            entry("image-pipeline", ShopImages::stack),
            entry("in-place", InPlace::stack),
            entry("login", LoginAndFirewall::stack),
            entry("lab", Lab::stack),
            entry("network-load-balancer", BehindNetworkLoadBalancer::stack),
            entry("new-everything", NewEverything::stack),
            entry("rolling", Rolling::stack),
            entry("rollout", QuarterByQuarter::stack),
            entry("same-host", SameHost::stack),
            entry(
                    "several-services",
                    app -> SeveralServices.environments(app, Path.of("examples/several-services/releases"))),
            entry("sessions", SharedSessions::stack),
            entry("spot", SpotHosts::stack),
            entry("standby", SmallStandby::stack),
            entry("sticky", StickySessions::stack),
            entry("with-codedeploy", WithCodeDeploy::stack)));

    private static Map.Entry<String, Consumer<App>> entry(String name, Consumer<App> adds) {
        return Map.entry(name, adds);
    }

    /** The same for one fleet. */
    private static final List<String> ONE_FLEET = List.of("version=1.0.0", "version=2.0.0");

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

    /** The flags that each app is tried with: those with release files need none. */
    static List<String> flags(String name) {
        return switch (name) {
            case "several-services" -> List.of("");
            case "rolling", "in-place", "image-pipeline" -> ONE_FLEET;
            case "rollout", "sticky" ->
                LIFE.stream().filter(line -> !line.contains("candidatePercent")).toList();
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
