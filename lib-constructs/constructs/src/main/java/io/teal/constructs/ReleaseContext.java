package io.teal.constructs;

import io.teal.constructs.internal.common.CdkVersion;
import io.teal.constructs.internal.context.ContextFlags;
import io.teal.constructs.internal.context.KnownServices;
import io.teal.constructs.internal.context.SingleVersion;
import io.teal.release.BadReleaseException;
import io.teal.release.ReleaseFlag;
import io.teal.release.ReleaseFormat;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.constructs.Construct;

/**
 * Reads the release of a service: from its flags if any is given, else from its release file; the two never mix.
 *
 * <p>Flags are CDK context: {@code -c activeColor=green} in an app with one service, {@code -c
 * orders.activeColor=green} with several, {@code -c prod/orders.activeColor=green} in the Stage {@code prod}. The file
 * is {@code releases/<stage>/<service>.properties}, below the folder the CDK is run in; without a Stage,
 * {@code releases/default/<service>.properties}.
 */
public final class ReleaseContext {
    private static final String NO_STAGE = "default";

    private ReleaseContext() {}

    /**
     * The release of {@code service}.
     *
     * @param scope the stack, or any construct in it
     * @param service the service's name, as in its flags and its file
     * @throws BadReleaseException if there is no release, or it is not valid
     */
    public static ReleaseRequest of(Construct scope, String service) {
        return of(scope, service, Path.of("releases"));
    }

    /** As {@link #of(Construct, String)}, with the release files below {@code releases}. */
    public static ReleaseRequest of(Construct scope, String service, Path releases) {
        CdkVersion.require();
        String stage = stage(scope);
        String path = path(stage, service);
        Map<String, Object> context = context(scope);
        KnownServices services = KnownServices.of(scope.getNode().getRoot(), context);
        services.add(path, Stack.of(scope).getNode().getPath(), context);
        ContextFlags flags = ContextFlags.of(context, path);
        Path file = releases.resolve(stage.isEmpty() ? NO_STAGE : stage).resolve(service + ".properties");
        if (!flags.values().isEmpty()) {
            services.readFrom(path, flags.source());
            return parse(flags, file);
        }
        if (Files.exists(file)) {
            services.readFrom(path, ReleaseSource.file(file.toString()));
            return ReleaseFormat.parseFile(text(file), file.toString());
        }
        boolean bare = stage.isEmpty() && services.isOne();
        throw missing(service, file, ReleaseSource.flags(bare ? "" : path + "."));
    }

    /**
     * The version of {@code service}, one that has no colours: flag {@code version}, {@code -c version=2.0.0} in an app
     * with one service, {@code -c orders.version=2.0.0} with several.
     *
     * @param scope the stack, or any construct in it
     * @param service the service's name, as in its flags
     * @throws BadReleaseException if there is no such flag, it names no version, or a flag of colours is given
     */
    public static Version version(Construct scope, String service) {
        CdkVersion.require();
        String stage = stage(scope);
        String path = path(stage, service);
        Map<String, Object> context = context(scope);
        KnownServices services = KnownServices.of(scope.getNode().getRoot(), context);
        services.add(path, Stack.of(scope).getNode().getPath(), context);
        ContextFlags flags = ContextFlags.of(context, path);
        services.readFrom(path, flags.source());
        boolean bare = flags.values().isEmpty() && stage.isEmpty() && services.isOne();
        return SingleVersion.of(
                service,
                flags.values(),
                bare || !flags.values().isEmpty() ? flags.source() : ReleaseSource.flags(path + "."));
    }

    /**
     * Where the release of {@code service} is written, so that messages can say what to write there; bare names if it
     * was not read from context.
     */
    static ReleaseSource source(Construct scope, String service) {
        return KnownServices.source(scope.getNode().getRoot(), path(stage(scope), service))
                .orElseGet(() -> new ReleaseSource("", ""));
    }

    private static String path(String stage, String service) {
        return stage.isEmpty() ? service : stage + "/" + service;
    }

    private static BadReleaseException missing(String service, Path file, ReleaseSource flags) {
        return new BadReleaseException(
                "no release of " + service + ": neither flags nor " + file,
                "say which colour is active and what it runs, " + flags.write(ReleaseFlag.ACTIVE_COLOR, "blue") + " "
                        + flags.write(ReleaseFlag.VERSION, "1.0.0"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> context(Construct scope) {
        return (Map<String, Object>) scope.getNode().getRoot().getNode().getAllContext();
    }

    private static ReleaseRequest parse(ContextFlags flags, Path file) {
        try {
            return ReleaseFormat.parse(flags.values(), flags.source());
        } catch (BadReleaseException e) {
            if (!Files.exists(file)) {
                throw e;
            }
            throw new BadReleaseException(
                    e.getMessage(),
                    e.hint() + " (" + file + " is not read once a flag is given: flags and file never mix)");
        }
    }

    private static String stage(Construct scope) {
        Stage stage = Stage.of(scope);
        return stage == null ? "" : stage.getNode().getPath();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
