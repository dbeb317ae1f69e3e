package fr.atlasqpv.store;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.smile.SmileMapper;
import tools.jackson.dataformat.smile.SmileWriteFeature;

/**
 * How a record is written in the store. Numbers are texts, digit for digit, and nothing is packed: whoever looks for a count in the
 * file of the store finds it there, until the release has taken it away.
 */
final class RecordFormat {
    private RecordFormat() {}

    /** Writes and reads records; indicators and measures by their id. */
    static ObjectMapper mapper(Catalogue catalogue) {
        Map<String, Indicator> indicators = byId(catalogue.indicators(), Indicator::id);
        Map<String, Measure> measures = byId(catalogue.measures(), Measure::id);
        SimpleModule values = new SimpleModule();
        add(values, BigDecimal.class, (v, out) -> out.writeString(v.toString()), in -> new BigDecimal(in.getString()));
        add(values, Indicator.class, (v, out) -> out.writeString(v.id()), in -> indicators.get(in.getString()));
        add(values, Measure.class, (v, out) -> out.writeString(v.id()), in -> measures.get(in.getString()));
        add(values, Geometry.class, (v, out) -> out.writeBinary(new WKBWriter().write(v)),
                in -> geometry(in.getBinaryValue()));
        return SmileMapper.builder()
                .enable(SmileWriteFeature.CHECK_SHARED_STRING_VALUES)
                .disable(SmileWriteFeature.ENCODE_BINARY_AS_7BIT)
                .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
                .addModule(values)
                .build();
    }

    private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
        return things.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    private static Geometry geometry(byte[] wkb) {
        try {
            return new WKBReader().read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("contour that the store cannot read back", e);
        }
    }

    private interface Writing<T> {
        void write(T value, JsonGenerator out);
    }

    private static <T> void add(
            SimpleModule module, Class<T> type, Writing<T> writing, Function<JsonParser, T> reading) {
        module.addSerializer(type, new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                writing.write(value, out);
            }
        });
        module.addDeserializer(type, new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                return reading.apply(in);
            }
        });
    }
}
