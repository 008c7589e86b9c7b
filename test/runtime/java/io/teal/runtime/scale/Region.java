package io.teal.runtime.scale;

import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.runtime.UtcClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** One region of an account: its clock, its buckets, and what was called. Calls take 20 to 100 ms. */
final class Region extends UtcClock {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** The SDK's standard strategy, as {@code AwsClients} sets it: a read is tried three times, a write once. */
    private static final int TRIES = 3;

    private static final int FIRST_PAUSE_MILLIS = 1000;

    final Map<ApiRate, Integer> calls = new EnumMap<>(ApiRate.class);
    final Map<ApiRate, Integer> throttled = new EnumMap<>(ApiRate.class);
    final Random random;
    long now;
    private final Map<ApiRate, Bucket> buckets = new EnumMap<>(ApiRate.class);

    Region(long seed) {
        this.random = new Random(seed);
        for (ApiRate rate : ApiRate.values()) {
            buckets.put(rate, new Bucket(rate));
        }
    }

    private static final class Bucket {
        private final ApiRate rate;
        private double tokens;
        private long at;

        Bucket(ApiRate rate) {
            this.rate = rate;
            this.tokens = rate.capacity;
        }

        /** Ticks overlap, so a later one may be asked about before; no tokens grow in between. */
        boolean take(long now) {
            tokens = Math.min(rate.capacity, tokens + Math.max(0, now - at) * rate.perSecond / 1000);
            at = Math.max(at, now);
            boolean any = tokens >= 1;
            tokens -= any ? 1 : 0;
            return any;
        }
    }

    /** {@code service}'s part of AWS, with this region's rates. */
    Aws limited(Aws service) {
        return (Aws) Proxy.newProxyInstance(
                Aws.class.getClassLoader(), new Class<?>[] {Aws.class}, (proxy, method, arguments) -> {
                    admit(method);
                    try {
                        return method.invoke(service, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private void admit(Method method) {
        ApiRate rate = ApiRate.of(method.getName());
        boolean read = method.getReturnType() != void.class;
        for (int tried = 1; ; tried++) {
            now += 20 + random.nextInt(80);
            calls.merge(rate, 1, Integer::sum);
            if (buckets.get(rate).take(now)) {
                return;
            }
            throttled.merge(rate, 1, Integer::sum);
            if (!read || tried == TRIES) {
                throw new AwsException("ThrottlingException", method.getName() + ": Rate exceeded", null);
            }
            now += random.nextInt(FIRST_PAUSE_MILLIS << (tried - 1));
        }
    }

    @Override
    public Instant instant() {
        return START.plusMillis(now);
    }
}
