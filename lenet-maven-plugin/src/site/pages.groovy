// The pages of the repository as pages of the site: README.md is its start, and what is no page is on GitHub.
import java.util.regex.Pattern

def root = new File(project.basedir, '..').canonicalFile
def site = new File(project.build.directory, 'generated-site')
// Doxia renders a page again if the page has changed, but not if the menu has; and what is no page any more would stay.
[new File(project.build.directory, 'site'), new File(root, 'target/site')].each { it.deleteDir() }

def pages = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'].collect { new File(root, it) } +
    new File(root, 'docs').listFiles().findAll { it.name.endsWith('.md') }
def inSite = { file -> file == pages[0] ? new File(root, 'index.md') : file }

def link = { page, target, anchor ->
  def file = new File(page.parentFile, target).canonicalFile
  if (file in pages) {
    return "${page.parentFile.toPath().relativize(inSite(file).toPath())}$anchor"
  }
  file.name.endsWith('.png') ? target : "${project.scm.url}/blob/main/${root.toPath().relativize(file.toPath())}$anchor"
}
// As GitHub names headings; Doxia has other names.
def name = { heading -> heading.toLowerCase(Locale.ROOT).replaceAll(/[^\w\- ]/, '').replace(' ', '-') }
def prose = { page, text ->
  text.replaceAll(/(?m)^(#+) (.+)$/) { all, level, heading -> "$level <a id=\"${name(heading)}\"></a>$heading" }
      .replaceAll(/\]\(([^)\s:#]+)(#[^)\s]+)?\)/) { all, target, anchor -> "](${link(page, target, anchor ?: '')})" }
}
def diagram = { text -> "<pre class=\"mermaid\">\n${text.replace('&', '&amp;').replace('>', '&gt;')}</pre>" }

def block = Pattern.compile(/(?ms)^```(\w*)\n(.*?)^```/)
pages.each { page ->
  def text = page.getText('UTF-8')
  def result = new StringBuilder()
  def end = 0
  for (def blocks = block.matcher(text); blocks.find(); end = blocks.end()) {
    result << prose(page, text.substring(end, blocks.start()))
    result << (blocks.group(1) == 'mermaid' ? diagram(blocks.group(2)) : blocks.group())
  }
  result << prose(page, text.substring(end))

  def file = new File(site, "markdown/${root.toPath().relativize(inSite(page).toPath())}")
  file.parentFile.mkdirs()
  file.setText(result.toString(), 'UTF-8')
}
