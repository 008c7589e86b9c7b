package io.teal.rehearsal.sim;

import io.teal.release.port.Aws;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A world in which a rule is off, because what it looks at lies. */
public interface Mutation {
    /** A world in which every rule holds. */
    Mutation NONE = (call, truth, heard) -> truth;

    /**
     * What the handlers are told.
     *
     * @param call the call of the port
     * @param truth its true answer
     * @param heard the last true answer of each call since the stack's status was last read, and whose call this is
     */
    Object told(String call, Object truth, Map<String, Object> heard);

    /** What the handlers take for AWS; {@code writer} names the run that calls. */
    default Aws aws(Aws truth, Supplier<String> writer) {
        if (this == NONE) {
            return truth;
        }
        Map<String, Object> heard = new TreeMap<>();
        return (Aws) Proxy.newProxyInstance(
                Aws.class.getClassLoader(), new Class<?>[] {Aws.class}, (proxy, method, arguments) -> {
                    if (method.isDefault()) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    try {
                        Object answer = method.invoke(truth, arguments);
                        return told(method.getName(), answer, remember(method.getName(), answer, heard, writer.get()));
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private static Map<String, Object> remember(String call, Object answer, Map<String, Object> heard, String writer) {
        if (call.equals("describeStack")) {
            heard.clear();
        }
        if (answer != null) {
            heard.put(call, answer);
        }
        heard.put("writer", writer);
        return heard;
    }
}
