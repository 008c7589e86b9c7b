package io.teal.rehearsal.aws.lambda;

import io.teal.runtime.statemachine.LocalMachine;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hooks and probes that runs call; it counts the notices that they send. */
public final class LocalFunctions implements LocalMachine.UserFunctions {
    private static final String PREVIEW = "previewUrl";
    private static final Pattern URL = Pattern.compile("(\\w+)://[^/]*?(?::(\\d{1,5}))?(/.*)?");
    private static final Map<String, Integer> PORTS = Map.of("https", 443, "http", 80);

    private final Map<String, Integer> notices = new ConcurrentSkipListMap<>();
    private final Set<String> probes = ConcurrentHashMap.newKeySet();
    private final IntFunction<Optional<Integer>> entrances;
    private volatile UserAnswers answers = UserAnswers.CONTENT;

    /** What the user's functions answer. */
    @FunctionalInterface
    public interface UserAnswers {
        /** As if all were well: a hook passes, and a probe's requests are answered. */
        UserAnswers CONTENT = (kind, payload) -> kind.content;

        /** The answer of the function of {@code kind} to {@code payload}; it throws if the function fails. */
        Map<String, Object> to(CalledKind kind, Map<String, Object> payload);

        /** A release has said {@code notice}, the {@code bus} and the {@code event} for EventBridge. */
        default void told(Map<String, Object> notice) {}

        /** A release has sent a mail: the {@code topic} of SNS, the {@code subject} and the {@code message}. */
        default void mailed(Map<String, Object> notice) {}
    }

    /** What a function is to a release. */
    public enum CalledKind {
        /** Called once before traffic moves. */
        HOOK(Map.of("passed", true)),
        /** Called again and again while a step is watched. */
        PROBE(Map.of("answered", 10, "failed", 0));

        private final Map<String, Object> content;

        CalledKind(Map<String, Object> content) {
            this.content = content;
        }
    }

    /**
     * Functions of a stack.
     *
     * @param entrances the port on this machine of the listener on a port of the template's
     */
    public LocalFunctions(IntFunction<Optional<Integer>> entrances) {
        this.entrances = entrances;
    }

    /** From now on {@code given} answers. */
    public void answer(UserAnswers given) {
        answers = given;
    }

    /** {@code function} is a probe. */
    public void isProbe(String function) {
        probes.add(function);
    }

    /** How often each state of a release was told, and {@code mail} sent. */
    public Map<String, Integer> notices() {
        return new TreeMap<>(notices);
    }

    @Override
    public void tell(Map<String, Object> notice) {
        notices.merge(((Map<?, ?>) notice.get("event")).get("state").toString(), 1, Integer::sum);
        answers.told(notice);
    }

    @Override
    public void mail(Map<String, Object> notice) {
        notices.merge("mail", 1, Integer::sum);
        answers.mailed(notice);
    }

    @Override
    public Map<String, Object> call(String function, Map<String, Object> payload) {
        Map<String, Object> local = new TreeMap<>(payload);
        local.computeIfPresent(PREVIEW, (name, url) -> local(url.toString()));
        return answers.to(probes.contains(function) ? CalledKind.PROBE : CalledKind.HOOK, local);
    }

    /** Where {@code url} is on this machine; the same if no listener has its port. */
    private String local(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            return url;
        }
        int port = Optional.ofNullable(parts.group(2))
                .map(Integer::valueOf)
                .orElseGet(() -> PORTS.getOrDefault(parts.group(1), 0));
        String path = Optional.ofNullable(parts.group(3)).orElse("");
        return entrances
                .apply(port)
                .map(here -> "http://127.0.0.1:" + here + path)
                .orElse(url);
    }
}
