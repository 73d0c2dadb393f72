package org.mujian.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Lucene over pairs of characters: an index of all scopes, and phrases counted on it. */
final class LucenePeer implements AutoCloseable {

  private static final String SCOPE = "scope";

  private final CJKAnalyzer analyzer = new CJKAnalyzer();
  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  LucenePeer(Path folder, Iterable<String> scopes) throws IOException {
    directory = FSDirectory.open(folder);
    IndexWriterConfig settings = new IndexWriterConfig(analyzer).setRAMBufferSizeMB(256);
    try (IndexWriter writer = new IndexWriter(directory, settings)) {
      Document document = new Document();
      TextField field = new TextField(SCOPE, "", Field.Store.NO);
      document.add(field);
      document.add(new StringField("all", "1", Field.Store.NO));
      for (String scope : scopes) {
        field.setStringValue(scope);
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
  }

  /** In how many scopes each word stands, as a phrase of its pairs. */
  long count(List<String> words) throws IOException {
    QueryBuilder queries = new QueryBuilder(analyzer);
    List<Query> phrases = new ArrayList<>();
    for (String word : words) {
      Query query = queries.createPhraseQuery(SCOPE, word);
      if (query != null) {
        phrases.add(query);
      }
    }
    long scopes = 0;
    for (Query phrase : phrases) {
      scopes += searcher.count(phrase);
    }
    return scopes;
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
