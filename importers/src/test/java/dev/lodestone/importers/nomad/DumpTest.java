package dev.lodestone.importers.nomad;

import dev.lodestone.events.json.EventCodec;
import dev.lodestone.importers.json.Bench;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpTest {
    @TempDir Path dir;

    @Test
    void dump() {
        for (var d : System.getProperty("dump", "nomad/eln").split(",")) {
            try (var bench = new Bench(dir.resolve(d.replace('/', '_')))) {
                var r = bench.load(new NomadImporter(), Bench.corpus(d));
                System.out.println("######## " + d + "\n" + r.entries() + "\n" + r.records());
                r.refused().forEach(x -> System.out.println("REFUSED " + x));
                r.findings().forEach(x -> System.out.println("FINDING " + x));
                r.dropped().forEach(x -> System.out.println("DROPPED " + x));
                System.out.println("MAPPED " + r.mapped());
                if (Boolean.getBoolean("events")) bench.all().forEach(e -> { var t = EventCodec.write(e.draft()); System.out.println(t.substring(0, Math.min(1500, t.length()))); });
                var again = bench.load(new NomadImporter(), Bench.corpus(d));
                System.out.println("AGAIN " + again.entries() + " " + again.records());
            }
        }
    }
}
