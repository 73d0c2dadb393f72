package org.mujian.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Finds the JTE template of a view name such as {@code enterprises/list}. */
@Configuration(proxyBeanMethods = false)
class Templates {

  @Bean
  TemplateEngine templateEngine() {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, "mujian.pages");
    engine.setBinaryStaticContent(false);
    return engine;
  }

  @Bean
  ViewResolver templateViewResolver(TemplateEngine engine, PageAdvice pages) {
    return new TemplateViews(engine, pages);
  }

  /** Lets a controller method take the {@link Page} as a parameter. */
  @Bean
  WebMvcConfigurer pageArguments(PageAdvice pages) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(java.util.List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PageArgument(pages));
      }
    };
  }

  private record TemplateViews(TemplateEngine engine, PageAdvice pages)
      implements ViewResolver, Ordered {

    /** Our names are {@code folder/template}; redirects and the like are Spring's. */
    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
      return name.matches("[a-z-]+/[a-z-]+") ? new TemplateView(engine, pages, name) : null;
    }

    @Override
    public int getOrder() {
      return Ordered.HIGHEST_PRECEDENCE;
    }
  }

  private record TemplateView(TemplateEngine engine, PageAdvice pages, String name)
      implements View {

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws Exception {
      Map<String, Object> values = new HashMap<>();
      if (model != null) {
        // Binding results and the like are Spring's; a template's own parameters are strict.
        model.forEach(
            (key, value) -> {
              if (!key.contains(".")) {
                values.put(key, value);
              }
            });
      }
      if (!values.containsKey("page")) {
        values.put("page", pages.page(request));
      }
      Utf8ByteOutput output = new Utf8ByteOutput();
      engine.render(name + ".jte", values, (TemplateOutput) output);
      response.setContentType("text/html;charset=UTF-8");
      response.setHeader("Cache-Control", "no-store");
      response.setContentLength(output.getContentLength());
      output.writeTo(response.getOutputStream());
    }
  }
}
