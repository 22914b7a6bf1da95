// What a theme of many years has gathered: styles and scripts of which a page uses little. Made up on request, for
// `?theme=heavy`, so that 300 kB of it need not lie in the repository.

const many = (count: number, one: (index: number) => string): string => Array.from({ length: count }, (_, index) => one(index)).join('\n');

const styles = () =>
  many(
    900,
    (index) => `.section-${index} .block__${index % 31}--wide:not(:last-child) > .media-${index % 7} { display: grid; grid-template-columns: repeat(${(index % 5) + 1}, minmax(0, 1fr)); gap: ${index % 40}px; margin: ${index % 23}px auto; color: rgb(${index % 255} 80 90); }`,
  );

// Each part is defined, and every ninth does a little work when the page starts, as parts do.
const scripts = () =>
  `(() => {
const parts = []
${many(
  1100,
  (index) => `class Part${index} { constructor(host) { this.host = host; this.name = 'part-${index}'; this.state = { open: false, index: ${index}, total: 0 } } connect() { for (const node of document.querySelectorAll('.section-${index}')) node.classList.toggle('is-${index}', this.state.open); this.state.total = [...this.name].reduce((sum, letter) => sum + letter.charCodeAt(0), ${index}) } }
parts.push(Part${index})`,
)}
parts.forEach((Part, index) => { if (index % 9 === 0) new Part(document.body).connect() })
})()`;

export const heavyAssets: Record<string, () => string> = { 'heavy.css': styles, 'heavy.js': scripts };
