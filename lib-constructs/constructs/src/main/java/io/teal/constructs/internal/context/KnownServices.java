package io.teal.constructs.internal.context;

import io.teal.release.BadReleaseException;
import io.teal.release.ReleaseFlag;
import io.teal.release.ReleaseSource;
import io.teal.release.Spelling;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;
import software.constructs.IConstruct;

/** The services whose releases an app has read: to find flags that are ambiguous or of an unknown service. */
public final class KnownServices {
    private static final Map<IConstruct, KnownServices> BY_APP = new WeakHashMap<>();

    /** Names of flags that are not Teal's alone. */
    private static final Set<ReleaseFlag> COMMON =
            EnumSet.of(ReleaseFlag.VERSION, ReleaseFlag.STRATEGY, ReleaseFlag.ALLOW);

    /** The stack that read it, by the service's path. */
    private final Map<String, String> stacks = new TreeMap<>();

    /** Where its release is written, by the service's path. */
    private final Map<String, ReleaseSource> sources = new TreeMap<>();

    private KnownServices() {}

    /** The services that {@code app} has read so far. */
    public static synchronized KnownServices of(IConstruct app, Map<String, Object> context) {
        return BY_APP.computeIfAbsent(app, newApp -> {
            KnownServices services = new KnownServices();
            newApp.getNode().addValidation(() -> services.strays(context));
            return services;
        });
    }

    /**
     * Adds the service at {@code path}, read by {@code stack}.
     *
     * @throws BadReleaseException if another stack has read the same release, or bare flags could now mean more than
     *     one service
     */
    public synchronized void add(String path, String stack, Map<String, Object> context) {
        String earlier = stacks.putIfAbsent(path, stack);
        if (earlier != null && !earlier.equals(stack)) {
            throw new BadReleaseException(
                    "stacks " + earlier + " and " + stack + " both read the release of " + path,
                    "put each in a Stage of its own, or give the services two names");
        }
        Set<String> paths = stacks.keySet();
        for (ReleaseFlag flag : ReleaseFlag.values()) {
            if (paths.size() > 1 && context.containsKey(flag.toString())) {
                throw new BadReleaseException(
                        flag + " is given, and the app has several services: " + String.join(", ", paths),
                        "say which: -c " + paths.iterator().next() + "." + flag + "=" + context.get(flag.toString()));
            }
        }
    }

    /** Keeps where the release of the service at {@code path} is written. */
    public synchronized void readFrom(String path, ReleaseSource source) {
        sources.put(path, source);
    }

    /** Where the release of the service at {@code path} is written, if it was read. */
    public static synchronized Optional<ReleaseSource> source(IConstruct app, String path) {
        return Optional.ofNullable(BY_APP.get(app)).map(services -> services.sources.get(path));
    }

    /** Whether bare flags can mean one service only. */
    public synchronized boolean isOne() {
        return stacks.size() == 1;
    }

    /** Flags of services that the app does not have. */
    private synchronized List<String> strays(Map<String, Object> context) {
        return context.keySet().stream()
                .filter(this::isStray)
                .map(key -> "'" + key + "' is a flag of no service here: the services are "
                        + String.join(", ", stacks.keySet()))
                .sorted()
                .toList();
    }

    /** A common name is a stray only if its path is almost a service's: other libraries have context too. */
    private boolean isStray(String key) {
        int dot = key.lastIndexOf('.');
        if (dot <= 0 || stacks.containsKey(key.substring(0, dot))) {
            return false;
        }
        String path = key.substring(0, dot);
        String name = key.substring(dot + 1);
        Optional<ReleaseFlag> flag = ReleaseFlag.named(name).or(() -> ReleaseFlag.almost(name));
        return flag.isPresent()
                && (!COMMON.contains(flag.get()) || stacks.keySet().stream().anyMatch(own -> isMeant(path, own)));
    }

    private static boolean isMeant(String written, String path) {
        return Spelling.near(written.toLowerCase(Locale.ROOT), path.toLowerCase(Locale.ROOT));
    }
}
