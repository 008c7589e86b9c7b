package io.teal.operate;

import io.teal.operate.account.Account;
import io.teal.operate.account.Connection;
import io.teal.release.port.Aws;
import io.teal.release.port.Reads;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A connection whose every call takes one unit of a time of its own: reads that are begun together take one unit
 * together, so the time at a call is its place on the critical path.
 */
public final class CountedAws implements Reads {
    private static final Duration CALL = Duration.ofMillis(60);

    private final List<String> calls = new ArrayList<>();
    private int now;
    private int written;

    /** The connection to {@code shop}; whether reads may be together. */
    public Connection connection(Shop shop, boolean together) {
        return new Connection(
                counted(shop, Aws.class, shop.aws),
                counted(shop, Account.class, shop.account),
                shop.clock,
                shop.clock,
                together ? this : Reads.IN_TURN);
    }

    /** All calls up to the first write. */
    public List<String> calls() {
        return calls;
    }

    /** How many of them, it included, each had to wait for the one before. */
    public int path() {
        return written;
    }

    private <T> T counted(Shop shop, Class<T> port, T real) {
        Object proxy = Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, given) -> {
            if (written == 0) {
                calls.add(method.getName());
            }
            now++;
            shop.clock.of(CALL);
            if (written == 0 && method.getName().startsWith("modify")) {
                written = now;
            }
            try {
                return method.invoke(real, given);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        });
        return port.cast(proxy);
    }

    /** The read is made in no time of the caller's, who has waited for it when he has its answer. */
    @Override
    public <T> Supplier<T> begin(Supplier<T> read) {
        int began = now;
        Supplier<T> answer = made(read);
        int ended = now;
        now = began;
        return () -> {
            now = Math.max(now, ended);
            return answer.get();
        };
    }

    private static <T> Supplier<T> made(Supplier<T> read) {
        try {
            T answer = read.get();
            return () -> answer;
        } catch (RuntimeException failed) {
            return () -> {
                throw failed;
            };
        }
    }
}
